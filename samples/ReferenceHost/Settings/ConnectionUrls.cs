using System.Globalization;

namespace ReferenceHost.Settings;

/// <summary>Some platforms hand out connection addresses as URLs; the clients want keywords. Anything else is left as it is.</summary>
internal static class ConnectionUrls
{
    /// <summary><c>redis://user:password@host:port</c> in StackExchange.Redis' form; <c>rediss</c> is over TLS.</summary>
    public static string? Redis(string? text)
    {
        if (Parse(text, "redis", "rediss") is not { } url)
            return text;
        var (user, password) = Credentials(url);
        var parts = new List<string> { string.Create(CultureInfo.InvariantCulture, $"{url.Host}:{(url.Port > 0 ? url.Port : 6379)}") };
        if (user.Length > 0 && user != "default" && password.Length > 0)
            parts.Add("user=" + user);
        if (password.Length > 0)
            parts.Add("password=" + password);
        if (url.Scheme == "rediss")
            parts.Add("ssl=true");
        return string.Join(',', parts);
    }

    /// <summary><c>postgresql://user:password@host:port/database</c> in Npgsql's form.</summary>
    public static string? Postgres(string? text)
    {
        if (Parse(text, "postgres", "postgresql") is not { } url)
            return text;
        var (user, password) = Credentials(url);
        var builder = new System.Data.Common.DbConnectionStringBuilder
        {
            ["Host"] = url.Host,
            ["Port"] = url.Port > 0 ? url.Port : 5432,
            ["Database"] = Uri.UnescapeDataString(url.AbsolutePath.TrimStart('/')),
            ["Username"] = user,
            ["Password"] = password,
        };
        return builder.ConnectionString;
    }

    private static Uri? Parse(string? text, params string[] schemes) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && schemes.Contains(url.Scheme) ? url : null;

    private static (string User, string Password) Credentials(Uri url)
    {
        var parts = url.UserInfo.Split(':', 2);
        return (Uri.UnescapeDataString(parts[0]), parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : "");
    }
}
