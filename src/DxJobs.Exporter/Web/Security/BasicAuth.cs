using System.Text;

namespace DxJobs.Exporter.Web.Security;

/// <summary><c>basic_auth_users</c>: asks for user and password wherever there are users, but not on the probes.</summary>
internal sealed class BasicAuth(RequestDelegate next, WebConfigSource source, PasswordCheck passwords)
{
    private const string Scheme = "Basic ";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Lets a request pass or answers it.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        var users = source.Current.Config.Users;
        if (users.Count == 0 || ProbePaths.Contains(context.Request.Path))
        {
            await next(context);
            return;
        }

        var verdict = Credentials(context.Request.Headers.Authorization) is var (user, password)
            ? await passwords.AskAsync(users, user, password, context.RequestAborted)
            : PasswordCheckResult.Wrong;
        switch (verdict)
        {
            case PasswordCheckResult.Right:
                await next(context);
                break;
            case PasswordCheckResult.Busy:
                context.Response.Headers.RetryAfter = "1";
                await PlainTextResponse.WriteAsync(context, StatusCodes.Status503ServiceUnavailable, "too many passwords are being checked; try again");
                break;
            default:
                context.Response.Headers.WWWAuthenticate = "Basic realm=\"dxjobs-exporter\", charset=\"UTF-8\"";
                await PlainTextResponse.WriteAsync(context, StatusCodes.Status401Unauthorized, "user and password, please");
                break;
        }
    }

    private static (string User, string Password)? Credentials(string? header)
    {
        if (header is null || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        try
        {
            var text = Utf8.GetString(Convert.FromBase64String(header[Scheme.Length..].Trim()));
            var colon = text.IndexOf(':', StringComparison.Ordinal);
            return colon < 0 ? null : (text[..colon], text[(colon + 1)..]);
        }
        catch (Exception e) when (e is FormatException or DecoderFallbackException)
        {
            return null;
        }
    }
}
