using System.Collections.Concurrent;

namespace WhatsApp.Emulator;

/// <summary>A business number on the emulated platform.</summary>
public sealed partial class EmulatedNumber
{
    private readonly EmulatedCloud _cloud;
    private readonly TokenBucket _sharedThroughput;
    private volatile string _accessToken;

    internal EmulatedNumber(EmulatedCloud cloud, EmulatedNumberOptions options, EmulatedApp app, EmulatedWaba waba)
    {
        _cloud = cloud;
        _accessToken = options.AccessToken;
        PhoneNumberId = options.PhoneNumberId;
        DisplayPhoneNumber = options.DisplayPhoneNumber;
        Digits = RecipientIds.DigitsOf(options.DisplayPhoneNumber);
        VerifiedName = options.VerifiedName;
        PortfolioId = waba.PortfolioId;
        EnterpriseId = options.EnterpriseId;
        Scopes = options.Scopes;
        App = app;
        Waba = waba;
        AllowedRecipients = options.AllowedRecipients;
        _sharedThroughput = Bucket(20, cloud);
        (MessagesPerSecond, OwnThroughput) = (options.MessagesPerSecond, Bucket(options.MessagesPerSecond, cloud));
        FreeTier = new FreeServiceTier(options.FreeServiceMessagesPerMonth);
        Registration = new Registration(cloud, options.IsRegistered, options.Pin);
        ContactBook = cloud.ContactBooks.GetOrAdd(PortfolioId, static _ => new ContactBook());
        Blocks = new BlockList();
        Trail = new MessageTrail(cloud.Options.MessageHistoryCapacity);
        if (!options.IsRegistered)
            Status = "PENDING";
    }

    /// <summary>The Graph id of the number.</summary>
    public string PhoneNumberId { get; }

    /// <summary>The account that owns the number.</summary>
    public string WabaId => Waba.Id;

    /// <summary>The phone number as the API formats it.</summary>
    public string DisplayPhoneNumber { get; }

    /// <summary>The name customers see above the chat.</summary>
    public string VerifiedName { get; internal set; }

    /// <summary>The account that owns the number.</summary>
    public EmulatedWaba Waba { get; }

    /// <summary>The app whose token and secret the number was added with.</summary>
    public EmulatedApp App { get; }

    /// <summary>The quality the API reports: <c>GREEN</c>, <c>YELLOW</c>, <c>RED</c> or <c>UNKNOWN</c>. Default <c>GREEN</c>.</summary>
    public string QualityRating { get; set; } = "GREEN";

    /// <summary>
    /// The status the API reports, such as <c>CONNECTED</c>, <c>PENDING</c>, <c>RESTRICTED</c> or <c>BANNED</c>. A restricted number's sends are
    /// refused with 131048, a banned one's with 131031, a deleted one's with 33, a rate-limited one's with 130429. Default <c>CONNECTED</c>.
    /// </summary>
    public string Status { get; set; } = "CONNECTED";

    /// <summary>Whether the name is approved, such as <c>APPROVED</c>, <c>PENDING_REVIEW</c> or <c>DECLINED</c>. Default <c>APPROVED</c>.</summary>
    public string NameStatus { get; set; } = "APPROVED";

    /// <summary><c>VERIFIED</c>, <c>NOT_VERIFIED</c> or <c>EXPIRED</c>. Default <c>VERIFIED</c>.</summary>
    public string CodeVerificationStatus { get; set; } = "VERIFIED";

    /// <summary>Where the number is registered: <c>CLOUD_API</c>, <c>ON_PREMISE</c> or <c>NOT_APPLICABLE</c>. Default <c>CLOUD_API</c>.</summary>
    public string PlatformType { get; set; } = "CLOUD_API";

    /// <summary>How many new people the business may write to in 24 hours, such as <c>TIER_250</c>. Default <c>TIER_2K</c>. Reported, not enforced.</summary>
    public string MessagingLimit { get; set; } = "TIER_2K";

    /// <summary>Whether the number is used in the WhatsApp Business app too. Default false.</summary>
    public bool IsOnBusinessApp { get; set; }

    /// <summary>What <c>health_status</c> reports about sending: <c>AVAILABLE</c>, <c>LIMITED</c> or <c>BLOCKED</c>. Default <c>AVAILABLE</c>. Reported, not enforced.</summary>
    public string CanSendMessage { get; set; } = "AVAILABLE";

    /// <summary>When the access token stops working (error 190, subcode 463). Default null: never.</summary>
    public DateTimeOffset? AccessTokenExpiresAt { get; set; }

    /// <summary>
    /// The numbers this one may write to, as callers spell them in digits: a test number knows at most five. Others are refused with 131030. Null: anybody. Default null.
    /// </summary>
    public IReadOnlyList<string>? AllowedRecipients { get; set; }

    /// <summary>Until when the number is in maintenance and refuses sends with 131057, or null. Default null.</summary>
    public DateTimeOffset? MaintenanceUntil { get; set; }

    internal string Digits { get; }
    internal string PortfolioId { get; }
    internal string? EnterpriseId { get; }
    internal string AccessToken => _accessToken;
    internal IReadOnlyList<string> Scopes { get; }
    internal int MessagesPerSecond { get; private set; }
    internal bool IsDeleted => Status == "DELETED";

    /// <summary>A number in the Business app too has 20 messages per second, fixed.</summary>
    internal TokenBucket Throughput => IsOnBusinessApp ? _sharedThroughput : OwnThroughput;

    internal FreeServiceTier FreeTier { get; }
    internal Registration Registration { get; }
    internal NumberSettings Settings { get; } = new();
    internal BusinessProfile Profile { get; } = new();
    internal ContactBook ContactBook { get; }
    internal MarketingPreferences Preferences { get; } = new();
    internal ThreadRouting Routing { get; } = new();
    internal BlockList Blocks { get; }
    internal LinkBook Links { get; } = new();
    internal MessageTrail Trail { get; }
    internal CallBook Calls { get; } = new();

    /// <summary>The number's own callback; it wins over the account's and the app's.</summary>
    internal WebhookCallback? CallbackOverride { get; set; }

    /// <summary>Which chat a message belongs to, by message id.</summary>
    internal ConcurrentDictionary<string, Chat> ChatOfMessage { get; } = new(StringComparer.Ordinal);

    /// <summary>Makes the old access token invalid (error 190) and the new one valid.</summary>
    public void ReplaceAccessToken(string accessToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(accessToken);
        _cloud.Access.Remove(this);
        _accessToken = accessToken;
        _cloud.Access.Add(this);
    }

    /// <summary>Enters a callback URL in the app's webhook settings: asks it for the challenge first, and keeps the old one if it does not answer.</summary>
    /// <param name="url">Where webhooks shall go.</param>
    /// <param name="verifyToken">The token the endpoint expects.</param>
    /// <param name="cancellationToken">Stops the handshake.</param>
    public async Task<WebhookVerification> SetWebhookAsync(Uri url, string verifyToken, CancellationToken cancellationToken = default)
    {
        var callback = new WebhookCallback(url, verifyToken);
        var result = await _cloud.Sender.Handshake.VerifyAsync(callback, cancellationToken).ConfigureAwait(false);
        if (result.Succeeded)
            App.Callback = callback;
        return result;
    }

    /// <summary>Runs the handshake again for the callback in force.</summary>
    /// <exception cref="InvalidOperationException">There is no callback URL.</exception>
    public Task<WebhookVerification> VerifyWebhookAsync(CancellationToken cancellationToken = default) =>
        Waba.CallbackFor(this, App) is { } callback
            ? _cloud.Sender.Handshake.VerifyAsync(callback, cancellationToken)
            : throw new InvalidOperationException($"Number {PhoneNumberId} has no callback URL; call {nameof(SetWebhookAsync)} first.");

    /// <inheritdoc/>
    public override string ToString() => $"EmulatedNumber {PhoneNumberId}";
}
