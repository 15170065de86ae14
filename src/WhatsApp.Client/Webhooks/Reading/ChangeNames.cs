namespace WhatsApp.Client.Webhooks;

/// <summary>
/// Makes a change's ids into strings. The changes of a delivery are mostly of one account and number, so a string is used again while
/// its bytes stay the same.
/// </summary>
internal ref struct ChangeNames(ReadOnlySpan<byte> body)
{
    private readonly ReadOnlySpan<byte> _body = body;
    private TextSlice _entryIdAt;
    private TextSlice _numberAt;
    private string? _entryId;
    private string? _number;

    public WebhookChange Read(in ChangeDraft draft) => new(
        draft.EntryIndex,
        draft.ChangeIndex,
        Again(draft.EntryId, ref _entryIdAt, ref _entryId) ?? "",
        KnownWords.At(draft.Field, _body) ?? "",
        Again(draft.PhoneNumberId, ref _numberAt, ref _number) is { } number ? new PhoneNumberId(number) : null)
    {
        DisplayDigits = draft.DisplayDigits,
    };

    private readonly string? Again(TextSlice at, ref TextSlice lastAt, ref string? last)
    {
        if (!at.IsPresent)
            return null;
        if (last is null || !at.In(_body).SequenceEqual(lastAt.In(_body)) || at.IsEscaped != lastAt.IsEscaped)
            (last, lastAt) = (at.Read(_body), at);
        return last;
    }
}
