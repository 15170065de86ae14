using System.Net;

namespace ShopBot.TestSupport.Processes;

/// <summary>Clients for loopback addresses.</summary>
public static class Http
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    /// <summary>A client without proxy that shows redirects as they come.</summary>
    /// <param name="cookies">Keeps cookies; null for none.</param>
    public static HttpClient NewClient(CookieContainer? cookies = null) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = cookies is not null,
        CookieContainer = cookies ?? new CookieContainer(),
    })
    {
        Timeout = Deadline,
    };
}
