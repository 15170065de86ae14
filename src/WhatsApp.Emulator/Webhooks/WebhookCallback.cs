namespace WhatsApp.Emulator;

/// <summary>Where webhooks go, and the token that the endpoint asks for when it is set.</summary>
internal sealed record WebhookCallback(Uri Url, string VerifyToken)
{
    public override string ToString() => $"WebhookCallback {Url}";
}
