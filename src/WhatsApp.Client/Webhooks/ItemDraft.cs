namespace WhatsApp.Client.Webhooks;

/// <summary>One element of <c>messages[]</c> or <c>statuses[]</c> as found.</summary>
internal struct ItemDraft
{
    public int Start;
    public int Length;
    public bool IsStatus;

    /// <summary>Set when the element is not an object, so that there is nothing else.</summary>
    public string? Fault;
    public MessageDraft Message;
    public StatusDraft Status;
}
