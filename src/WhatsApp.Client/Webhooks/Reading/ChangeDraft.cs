namespace WhatsApp.Client.Webhooks;

/// <summary>One change as found: where its parts are, before it is known whose it is.</summary>
internal struct ChangeDraft
{
    public int EntryIndex;
    public int ChangeIndex;
    public TextSlice EntryId;
    public TextSlice EntryTime;
    public TextSlice Field;
    public TextSlice PhoneNumberId;

    /// <summary>The number itself in digits; zero when there is none.</summary>
    public ulong DisplayDigits;

    /// <summary>Where <c>value</c> is, or the change itself when it has none.</summary>
    public JsonSlice Value;

    public int FirstContact;
    public int ContactCount;
    public int FirstItem;
    public int ItemCount;

    /// <summary>What is wrong with the value as a whole.</summary>
    public ReadFault Fault;

    /// <summary>Whether somebody wants its events.</summary>
    public bool IsAccepted;
}
