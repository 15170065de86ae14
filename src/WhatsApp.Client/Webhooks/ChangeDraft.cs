namespace WhatsApp.Client.Webhooks;

/// <summary>One change as found: where its parts are, before it is known whose it is.</summary>
internal struct ChangeDraft
{
    public int EntryIndex;
    public int ChangeIndex;
    public string? EntryId;
    public string? EntryTime;
    public string? Field;
    public string? PhoneNumberId;

    /// <summary>Where <c>value</c> is in the body, or the change itself when it has none.</summary>
    public int Start;
    public int Length;

    public int FirstContact;
    public int ContactCount;
    public int FirstItem;
    public int ItemCount;

    /// <summary>Whether the value has errors or user actions, which belong to no message.</summary>
    public bool HasMore;

    /// <summary>What is wrong with the value as a whole.</summary>
    public string? Fault;

    public readonly WebhookChange ToChange() => new(
        EntryIndex, ChangeIndex, EntryId ?? "", Field ?? "", PhoneNumberId is null ? null : new PhoneNumberId(PhoneNumberId));
}
