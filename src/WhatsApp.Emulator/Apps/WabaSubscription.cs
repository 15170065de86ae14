namespace WhatsApp.Emulator;

/// <summary>An app that hears of an account, with the account's own callback for it, if any.</summary>
internal sealed record WabaSubscription(EmulatedApp App, WebhookCallback? Override);
