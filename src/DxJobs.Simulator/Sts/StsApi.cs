using System.Security;
using System.Text;
using DxJobs.Simulator.Account;
using DxJobs.Simulator.Protocol;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace DxJobs.Simulator.Sts;

/// <summary>The STS operations GetCallerIdentity and AssumeRole.</summary>
internal sealed class StsApi(SimulatedAccount account, TimeProvider clock)
{
    private const string Namespace = "https://sts.amazonaws.com/doc/2011-06-15/";

    /// <summary>Handles a request with a form as its body.</summary>
    public Task HandleAsync(HttpContext context, ReadOnlyMemory<byte> body)
    {
        var form = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body.Span));
        var role = form.TryGetValue("RoleArn", out var arn) ? arn.ToString() : "";
        var action = form.TryGetValue("Action", out var name)
            ? name.ToString()
            : throw new ApiException(400, "MissingAction", "The request has no Action.");
        return action switch
        {
            "GetCallerIdentity" => WriteAsync(context, action, CallerIdentity()),
            "AssumeRole" => WriteAsync(context, action, AssumedRole(role)),
            _ => throw new ApiException(400, "InvalidAction", "Unsupported action; supported: GetCallerIdentity, AssumeRole."),
        };
    }

    private static Task WriteAsync(HttpContext context, string action, string result)
    {
        context.Response.ContentType = "text/xml";
        var requestId = context.Response.Headers["x-amzn-RequestId"];
        return context.Response.WriteAsync(
            $"""
            <{action}Response xmlns="{Namespace}"><{action}Result>{result}</{action}Result>
            <ResponseMetadata><RequestId>{requestId}</RequestId></ResponseMetadata></{action}Response>
            """,
            context.RequestAborted);
    }

    private string CallerIdentity() =>
        $"""
        <Arn>arn:aws:iam::{account.AccountId}:user/simulated</Arn><UserId>AIDASIMULATED</UserId>
        <Account>{account.AccountId}</Account>
        """;

    private string AssumedRole(string role) =>
        $"""
        <Credentials><AccessKeyId>ASIASIMULATEDROLE000</AccessKeyId><SecretAccessKey>simulated</SecretAccessKey>
        <SessionToken>simulated</SessionToken><Expiration>{AwsJson.Time(clock.GetUtcNow().AddHours(1))}</Expiration></Credentials>
        <AssumedRoleUser><AssumedRoleId>AROASIMULATED:session</AssumedRoleId>
        <Arn>{SecurityElement.Escape(role)}</Arn></AssumedRoleUser>
        """;
}
