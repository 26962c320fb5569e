using System.Security;
using System.Text;
using DxJobs.Simulator.Account;
using DxJobs.Simulator.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace DxJobs.Simulator.Sts;

/// <summary>The little of AWS STS that tells who one is: GetCallerIdentity, and AssumeRole for set-ups with roles.</summary>
internal sealed class StsApi(SimulatedAccount account, TimeProvider clock)
{
    private const string Namespace = "https://sts.amazonaws.com/doc/2011-06-15/";

    /// <summary>Answers a request; the form is its body.</summary>
    public Task AnswerAsync(HttpContext context, ReadOnlyMemory<byte> body)
    {
        var form = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body.Span));
        var role = form.TryGetValue("RoleArn", out var arn) ? arn.ToString() : "";
        return form.TryGetValue("Action", out var action) ? action.ToString() switch
        {
            "GetCallerIdentity" => WriteAsync(context, "GetCallerIdentity", $"<Arn>arn:aws:iam::{account.AccountId}:user/simulated</Arn><UserId>AIDASIMULATED</UserId><Account>{account.AccountId}</Account>"),
            "AssumeRole" => WriteAsync(context, "AssumeRole", $"<Credentials><AccessKeyId>ASIASIMULATEDROLE000</AccessKeyId><SecretAccessKey>simulated</SecretAccessKey><SessionToken>simulated</SessionToken><Expiration>{JobJson.Time(clock.GetUtcNow().AddHours(1))}</Expiration></Credentials><AssumedRoleUser><AssumedRoleId>AROASIMULATED:session</AssumedRoleId><Arn>{SecurityElement.Escape(role)}</Arn></AssumedRoleUser>"),
            _ => throw new Refusal(400, "InvalidAction", "The simulator has GetCallerIdentity and AssumeRole alone."),
        }
        : throw new Refusal(400, "MissingAction", "The request names no Action.");
    }

    private static Task WriteAsync(HttpContext context, string action, string result)
    {
        context.Response.ContentType = "text/xml";
        return context.Response.WriteAsync(
            $"<{action}Response xmlns=\"{Namespace}\"><{action}Result>{result}</{action}Result><ResponseMetadata><RequestId>{context.Response.Headers["x-amzn-RequestId"]}</RequestId></ResponseMetadata></{action}Response>",
            context.RequestAborted);
    }
}
