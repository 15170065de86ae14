namespace WhatsApp.Client;

/// <summary>Where the Cloud API is and how long to wait for it. Checked when the host starts.</summary>
public sealed class WhatsAppClientOptions
{
    /// <summary>
    /// Host of the Graph API, http or https, optionally with a path prefix (for a proxy or an emulator). No query, fragment or user name.
    /// Default <c>https://graph.facebook.com</c>.
    /// </summary>
    public Uri BaseUrl { get; set; } = new("https://graph.facebook.com");

    /// <summary>Graph version used unless an account names its own, such as <c>v25.0</c> (the default). A version lives at least two years.</summary>
    public string ApiVersion { get; set; } = "v25.0";

    /// <summary>Time for one send, answer included; above zero, at most ten minutes. Default 5 seconds. A send is never repeated by the client.</summary>
    public TimeSpan SendTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Time for one read or management call; above zero, at most ten minutes. Default 10 seconds.</summary>
    public TimeSpan ReadTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long an upload or download of media may stand still; above zero, at most ten minutes. Default 30 seconds.
    /// There is no limit on the whole, because a file of 100 MB may take long: pass a token that ends it.
    /// </summary>
    public TimeSpan MediaIdleTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The messaging account named in every send, for tokens that reach several; null (the default) names none. A send may name its own.</summary>
    public string? MessagingAccountId { get; set; }
}
