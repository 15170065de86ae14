namespace WhatsApp.Emulator;

/// <summary>One POST that is tried until the endpoint takes it. The address is looked up for each attempt, as settings may change meanwhile.</summary>
internal sealed record WebhookDelivery(string Id, string PhoneNumberId, Func<Uri?> Address, byte[] Body, string Signature, IReadOnlyList<WebhookEvent> Events);
