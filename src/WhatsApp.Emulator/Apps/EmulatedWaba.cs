namespace WhatsApp.Emulator;

/// <summary>A WhatsApp Business Account: which apps hear of its events, and where.</summary>
internal sealed class EmulatedWaba(string id)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<EmulatedApp, WebhookCallback?> _subscriptions = [];

    public string Id => id;

    public void Subscribe(EmulatedApp app, WebhookCallback? overriding)
    {
        lock (_lock)
            _subscriptions[app] = overriding;
    }

    public void Unsubscribe(EmulatedApp app)
    {
        lock (_lock)
            _subscriptions.Remove(app);
    }

    public IReadOnlyList<(EmulatedApp App, WebhookCallback? Override)> Subscriptions()
    {
        lock (_lock)
            return [.. _subscriptions.Select(pair => (pair.Key, pair.Value))];
    }

    public WebhookCallback? OverrideOf(EmulatedApp app)
    {
        lock (_lock)
            return _subscriptions.GetValueOrDefault(app);
    }

    /// <summary>The callback in force: the number's own, else the account's, else the app's.</summary>
    public WebhookCallback? CallbackFor(EmulatedNumber number, EmulatedApp app) =>
        (number.App == app ? number.CallbackOverride : null) ?? OverrideOf(app) ?? app.Callback;
}
