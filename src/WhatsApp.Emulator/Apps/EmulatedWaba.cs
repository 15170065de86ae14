namespace WhatsApp.Emulator;

/// <summary>A WhatsApp Business Account: its state, its templates, and which apps hear of its events, and where.</summary>
public sealed partial class EmulatedWaba
{
    private readonly EmulatedCloud _cloud;
    private readonly Lock _lock = new();
    private volatile WabaSubscription[] _subscriptions = [];

    internal EmulatedWaba(EmulatedCloud cloud, string id, string portfolioId)
    {
        _cloud = cloud;
        Id = id;
        PortfolioId = portfolioId;
        Name = $"Account {id}";
        Templates = new TemplateBook(cloud, this);
        Flows = new FlowBook(cloud, this);
        Traffic = new TrafficBook();
        ApiCalls = new TokenBucket(5_000, TimeSpan.FromHours(1.0 / 5_000), cloud.Time);
    }

    /// <summary>The id of the account; <c>entry[].id</c> of its webhooks.</summary>
    public string Id { get; }

    /// <summary>The business portfolio that owns it; empty for the first one.</summary>
    public string PortfolioId { get; }

    /// <summary>The name shown in the business settings.</summary>
    public string Name { get; set; }

    /// <summary><c>APPROVED</c>, <c>PENDING</c> or <c>REJECTED</c>. Default <c>APPROVED</c>.</summary>
    public string ReviewStatus { get; set; } = "APPROVED";

    /// <summary>
    /// Whether somebody pays. Without a payment method templates fail with 131042 and so do service messages beyond the free tier. Default true.
    /// </summary>
    public bool HasPaymentMethod { get; set; } = true;

    /// <summary>Refuses every send with 131031, as after a policy violation. Default false.</summary>
    public bool IsLocked { get; set; }

    /// <summary>Until when every send is refused with 368, or null. Default null.</summary>
    public DateTimeOffset? BlockedUntil { get; set; }

    /// <summary>Whether the terms of the Marketing Messages API are signed; without them its sends are refused. Default true.</summary>
    public bool HasSignedMarketingTerms { get; set; } = true;

    /// <summary>Whether marketing templates are refused on the Cloud API with 131063. Default false.</summary>
    public bool RequiresMarketingApi { get; set; }

    /// <summary>The catalog connected to the account, or null. Default <c>555000</c>.</summary>
    public string? CatalogId { get; set; } = "555000";

    /// <summary>Whether template insights were switched on through the API.</summary>
    public bool IsEnabledForInsights { get; internal set; }

    internal TemplateBook Templates { get; }
    internal FlowBook Flows { get; }
    internal TrafficBook Traffic { get; }
    internal TokenBucket ApiCalls { get; }
    internal List<SignupLink> SignupLinks { get; } = [];
    internal EmulatedCloud Cloud => _cloud;

    internal IReadOnlyList<WabaSubscription> Subscriptions => _subscriptions;

    internal void Subscribe(EmulatedApp app, WebhookCallback? overriding)
    {
        lock (_lock)
            _subscriptions = [.. _subscriptions.Where(known => known.App != app), new WabaSubscription(app, overriding)];
    }

    internal void Unsubscribe(EmulatedApp app)
    {
        lock (_lock)
            _subscriptions = [.. _subscriptions.Where(known => known.App != app)];
    }

    internal WebhookCallback? OverrideOf(EmulatedApp app) => Array.Find(_subscriptions, known => known.App == app)?.Override;

    /// <summary>The callback in force: the number's own, else the account's, else the app's.</summary>
    internal WebhookCallback? CallbackFor(EmulatedNumber number, EmulatedApp app) =>
        (number.App == app ? number.CallbackOverride : null) ?? OverrideOf(app) ?? app.Callback;

    /// <inheritdoc/>
    public override string ToString() => $"EmulatedWaba {Id}";
}
