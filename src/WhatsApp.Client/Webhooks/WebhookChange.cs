namespace WhatsApp.Client.Webhooks;

/// <summary>One change of a delivery, before its events are read: enough to find out whose it is.</summary>
/// <param name="EntryIndex">Position of the entry in the body, from zero.</param>
/// <param name="ChangeIndex">Position of the change in its entry, from zero.</param>
/// <param name="EntryId"><c>entry[].id</c>: the WhatsApp Business Account; for partner events of <c>account_update</c> the business portfolio. Empty when absent.</param>
/// <param name="Field">What kind of change, such as <c>messages</c>. Empty when absent.</param>
/// <param name="PhoneNumberId">The number concerned; null for changes of a whole account or template.</param>
public readonly record struct WebhookChange(int EntryIndex, int ChangeIndex, string EntryId, string Field, PhoneNumberId? PhoneNumberId)
{
    private readonly Uncompared _digits;

    /// <summary>The number as <c>metadata.display_phone_number</c> has it; zero when absent. It does not make two changes different.</summary>
    internal ulong DisplayDigits
    {
        get => _digits.Value;
        init => _digits = new Uncompared(value);
    }

    /// <summary>A value that equals every other of its kind.</summary>
    private readonly struct Uncompared(ulong value) : IEquatable<Uncompared>
    {
        public ulong Value => value;

        public bool Equals(Uncompared other) => true;

        public override bool Equals(object? obj) => obj is Uncompared;

        public override int GetHashCode() => 0;
    }
}
