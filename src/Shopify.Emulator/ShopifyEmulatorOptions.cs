using Microsoft.Extensions.Logging;
using Shopify.Emulator.Webhooks;

namespace Shopify.Emulator;

/// <summary>What one <see cref="ShopifyEmulator"/> is started with: the app it knows, and where it departs from production.</summary>
public sealed class ShopifyEmulatorOptions
{
    /// <summary>Port to listen on, 0 to 65535. Default 0: any free one.</summary>
    public int Port { get; set; }

    /// <summary>
    /// Listens on every address instead of loopback only. For containers: anybody who reaches the port can use the emulator's known secrets.
    /// Default false.
    /// </summary>
    public bool ListenOnAnyAddress { get; set; }

    /// <summary>Address under which callers reach the emulator, when it is not the one it listens on. Ends in <c>/</c>. Default null.</summary>
    public Uri? PublicUrl { get; set; }

    /// <summary>The clock of codes, tokens, cost buckets, orders and webhook retries. Default the system clock.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Client id of the one app that the emulator knows.</summary>
    public string ApiKey { get; set; } = "emulator-api-key";

    /// <summary>Client secret of the app: signs callbacks and webhooks, and proves the app at the token endpoint.</summary>
    public string ApiSecret { get; set; } = "shpss_emulator_secret";

    /// <summary>An older client secret that is not revoked yet. When set, webhooks are signed with it, as Shopify does during a rotation. Default null.</summary>
    public string? OldApiSecret { get; set; }

    /// <summary>Name of the app on the consent page. Default <c>ShopBot</c>.</summary>
    public string AppName { get; set; } = "ShopBot";

    /// <summary>
    /// Redirect URIs on the allow list. An entry allows exactly itself; one that ends in <c>/</c> also allows everything below it on the
    /// same origin. Read at every request. Default empty: every authorisation is refused.
    /// </summary>
    public IReadOnlyList<string> RedirectUris { get; set; } = [];

    /// <summary>Ignores PKCE parameters as production does, instead of checking the verifier when a challenge was sent. Default false.</summary>
    public bool IgnorePkce { get; set; }

    /// <summary>Lets webhooks go to <c>http://</c> and loopback addresses, which production refuses. Default false.</summary>
    public bool AllowHttpWebhookAddresses { get; set; }

    /// <summary>
    /// Webhook subscriptions of the app's own configuration file, which every shop has that installed the app. They survive failures and
    /// re-installation, are not listed by API, and are the only way to get the compliance topics. Default none.
    /// </summary>
    public IReadOnlyList<AppWebhook> AppWebhooks { get; set; } = [];

    /// <summary>Which header names webhooks carry. Default <see cref="WebhookHeaders.Classic"/>, the names with <c>X-Shopify-</c>.</summary>
    public WebhookHeaders WebhookHeaders { get; set; } = WebhookHeaders.Classic;

    /// <summary>
    /// Whether non-expiring offline tokens still work, as they do for custom apps. Default false: the Admin API refuses them with 403, as it
    /// does for public apps.
    /// </summary>
    public bool AcceptsNonExpiringTokens { get; set; }

    /// <summary>Size of the query cost bucket per shop, in points. Default 2000, the standard plan.</summary>
    public double CostBucketSize { get; set; } = 2000;

    /// <summary>Points that flow back into the bucket per second. Default 100, the standard plan.</summary>
    public double CostRestoreRate { get; set; } = 100;

    /// <summary>How long a webhook receiver may take to answer. Default 5 seconds, as in production.</summary>
    public TimeSpan WebhookTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Waits before each repeat of a failed webhook. Default eight growing gaps over four hours. When the last repeat fails too, a
    /// subscription made by API is deleted.
    /// </summary>
    public IReadOnlyList<TimeSpan> WebhookRetryGaps { get; set; } =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(7), TimeSpan.FromMinutes(15),
        TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(44), TimeSpan.FromMinutes(60), TimeSpan.FromMinutes(80),
    ];

    /// <summary>Where the emulator logs. Default null: nowhere. Never contains tokens, bodies or personal data.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }
}
