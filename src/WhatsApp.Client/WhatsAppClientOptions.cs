namespace WhatsApp.Client;

/// <summary>Where the Cloud API is, how long to wait for it and how fast to send. Checked when the host starts.</summary>
public sealed class WhatsAppClientOptions
{
    /// <summary>
    /// Host of the Graph API, http or https, optionally with a path prefix (for a proxy or an emulator). No query, fragment or user name.
    /// Default <c>https://graph.facebook.com</c>.
    /// </summary>
    public Uri BaseUrl { get; set; } = new("https://graph.facebook.com");

    /// <summary>Graph version used unless an account names its own, such as <c>v25.0</c> (the default). A version lives at least two years.</summary>
    public string ApiVersion { get; set; } = "v25.0";

    /// <summary>
    /// Time for one attempt of a send, answer included; above zero, at most ten minutes. Default 5 seconds. Waiting for its turn
    /// (<see cref="WhatsAppPacingOptions.MaxWait"/>) comes before and is not part of it.
    /// </summary>
    public TimeSpan SendTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Time for one read or management call, with all its repetitions; above zero, at most ten minutes. Default 10 seconds.</summary>
    public TimeSpan ReadTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long an upload or download of media may stand still; above zero, at most ten minutes. Default 30 seconds.
    /// There is no limit on the whole, because a file of 100 MB may take long: pass a token that ends it.
    /// </summary>
    public TimeSpan MediaIdleTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The platform's second host, for a few newer calls such as archiving templates. Default <c>https://api.facebook.com</c>.</summary>
    public Uri SecondBaseUrl { get; set; } = new("https://api.facebook.com");

    /// <summary>The messaging account named in every send, for tokens that reach several; null (the default) names none. A send may name its own.</summary>
    public string? MessagingAccountId { get; set; }

    /// <summary>How calls that are not sends are repeated, and when calls to a failing host are held back.</summary>
    public WhatsAppResilienceOptions Resilience { get; set; } = new();

    /// <summary>How fast messages are sent.</summary>
    public WhatsAppPacingOptions Pacing { get; set; } = new();

    /// <summary>How long an answer of the <see cref="IWhatsAppAccountSource"/> is used; above zero, at most a day. Default 5 minutes.</summary>
    public TimeSpan AccountLifetime { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Time for one question to the <see cref="IWhatsAppAccountSource"/>; above zero, at most ten minutes. Default 5 seconds.</summary>
    public TimeSpan AccountTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How many accounts are kept; the least recently used go first. 1 to 1,000,000. Default 10,000.</summary>
    public int MaxCachedAccounts { get; set; } = 10_000;
}
