namespace WhatsApp.Client.Webhooks;

/// <summary>Where an event stood in its delivery.</summary>
internal readonly record struct EventOrigin(
    string WabaId, string Field, PhoneNumberId? PhoneNumberId, int EntryIndex, int ChangeIndex, string? EntryTime, ReadOnlyMemory<byte> Raw);
