namespace WhatsApp.Client.Serialization;

/// <summary>Where a whole value stands in JSON bytes. The default stands nowhere.</summary>
internal readonly record struct JsonSlice(int Start, int Length)
{
    public bool IsPresent => Length > 0;

    public ReadOnlySpan<byte> In(ReadOnlySpan<byte> json) => json.Slice(Start, Length);
}
