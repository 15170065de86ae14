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

    /// <summary>
    /// How often a call is tried in all, the first time included. Default 3; 1 to 10, where 1 switches repeating off. Being short of
    /// query-cost points (<c>THROTTLED</c> with the state of the bucket) does not count: that is bounded by <see cref="MaxPacingWait"/>.
    /// </summary>
    public int MaxAttempts { get; set; } = 3;

    /// <summary>
    /// The longest single wait between attempts. When Shopify asks for more (<c>Retry-After</c>), the call fails at once with
    /// <see cref="ShopifyThrottledException"/> instead of holding its caller. Default 10 seconds; zero to 5 minutes.
    /// </summary>
    public TimeSpan MaxRetryWait { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long a call may wait for query-cost points of its shop, counted from its beginning. A call that would certainly wait longer fails at once
    /// with <see cref="ShopifyThrottledException"/>. Where a shopper waits, pass a cancellation token with a deadline of your own. Default 10 minutes;
    /// zero (never wait) to 1 hour.
    /// </summary>
    public TimeSpan MaxPacingWait { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// How many calls may wait for points of one shop; the next one fails at once with <see cref="ShopifyThrottledException"/>.
    /// Default 1,000; 1 to 100,000.
    /// </summary>
    public int MaxQueuedCalls { get; set; } = 1000;

    /// <summary>
    /// After this many attempts in a row without a usable answer (no connection, no answer in time, 5xx), calls to that API of that shop fail at once
    /// with <see cref="ShopifyUnavailableException"/> for <see cref="CircuitBreakerPause"/>; then one attempt tells whether it works again.
    /// Default 10; 0 (switched off) to 1,000.
    /// </summary>
    public int CircuitBreakerFailures { get; set; } = 10;

    /// <summary>How long calls fail at once after <see cref="CircuitBreakerFailures"/>. Default 15 seconds; 1 second to 10 minutes.</summary>
    public TimeSpan CircuitBreakerPause { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// Whether identical queries at the same time (same shop, token, document and variables) become one HTTP call; each caller reads the answer for
    /// himself. Mutations are never shared. Default true.
    /// </summary>
    public bool ShareIdenticalReads { get; set; } = true;

    /// <summary>The <c>User-Agent</c> of every request: printable ASCII, not empty. Default: the name and version of this package.</summary>
    public string UserAgent { get; set; } = "Shopify.Client/" + PackageVersion.Text;
}
