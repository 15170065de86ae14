namespace Shopify.Client;

/// <summary>How the client reaches Shopify. Configured once; the same for all shops.</summary>
public sealed class ShopifyClientOptions
{
    /// <summary>
    /// The API version asked for, <c>YYYY-01</c>, <c>-04</c>, <c>-07</c>, <c>-10</c> or <c>unstable</c>. Default <c>2026-10</c>.
    /// Shopify serves the oldest supported version when this one has ended; the client logs a warning then.
    /// </summary>
    /// <seealso href="https://shopify.dev/docs/api/usage/versioning"/>
    public string ApiVersion { get; set; } = "2026-10";

    /// <summary>
    /// Replaces <c>https://{shop}</c>, for tests and emulators; <c>{shop}</c> inside it is substituted by the shop domain.
    /// An absolute <c>http</c> or <c>https</c> address, or null (the default) for Shopify itself. Access tokens are sent there.
    /// </summary>
    public string? BaseUrl { get; set; }

    /// <summary>
    /// Where a merchant's browser is sent to authorise the app, when that differs from <see cref="BaseUrl"/>
    /// (an emulator seen under another name from outside). <c>{shop}</c> is substituted. Null (the default): the same as for calls.
    /// </summary>
    public string? AuthorizeBaseUrl { get; set; }

    /// <summary>The deadline of one HTTP attempt, from connecting to the last byte of the answer. Default 10 seconds; more than zero, at most 5 minutes.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often a call is tried in all, the first time included. Default 3; 1 to 10, where 1 switches repeating off.</summary>
    public int MaxAttempts { get; set; } = 3;

    /// <summary>
    /// The longest single wait between attempts. When Shopify asks for more, the call fails at once with
    /// <see cref="ShopifyThrottledException"/> instead of holding its caller. Default 10 seconds; zero to 5 minutes.
    /// </summary>
    public TimeSpan MaxRetryWait { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The <c>User-Agent</c> of every request: printable ASCII, not empty. Default: the name and version of this package.</summary>
    public string UserAgent { get; set; } = DefaultUserAgent;

    private static string DefaultUserAgent =>
        $"Shopify.Client/{typeof(ShopifyClientOptions).Assembly.GetName().Version?.ToString(3) ?? "0.0.0"}";
}
