namespace WhatsApp.Client.Webhooks;

/// <summary>Where an event stood in its delivery, and the bytes its parts are read from.</summary>
internal struct EventOrigin
{
    public string WabaId;
    public string Field;
    public string? PhoneNumberId;
    public string? EntryTime;
    public int EntryIndex;
    public int ChangeIndex;

    /// <summary>Bytes of this change that its events share and keep.</summary>
    public byte[] Json;

    /// <summary>What to add to a position in the body to find it in <see cref="Json"/>.</summary>
    public int Shift;

    /// <summary>The event's own part of the body.</summary>
    public JsonSlice Raw;

    /// <summary>Where in the body the tree starts that parts of this event are read from.</summary>
    public int TreeStart;

    public readonly ReadOnlySpan<byte> Span(JsonSlice at) => Json.AsSpan(at.Start + Shift, at.Length);

    public readonly ReadOnlyMemory<byte> Memory(JsonSlice at) => at.IsPresent ? Json.AsMemory(at.Start + Shift, at.Length) : default;

    public readonly LazyText Lazy(TextSlice at) => new(Json, at.MovedBy(Shift));

    /// <summary>The text there now; null when there is none.</summary>
    public readonly string? Text(TextSlice at) => at.MovedBy(Shift).Read(Json);

    /// <summary>The text there, which is likely a word of the platform's; null when there is none.</summary>
    public readonly string? Word(TextSlice at) => KnownWords.At(at.MovedBy(Shift), Json);

    /// <summary>A part of the body as a tree, for what is rare.</summary>
    public readonly JsonTree Tree(JsonSlice at) => JsonTree.Read(Span(at));

    /// <summary>Where a part of the tree stands in the body.</summary>
    public readonly JsonSlice At(JsonTree part) => part.Slice with { Start = part.Slice.Start + TreeStart };

    /// <summary>The errors that a part of the tree is; none when it is not an array.</summary>
    public readonly ValueList<WebhookError> Errors(JsonTree part) => part.IsArray ? WebhookErrors.Read(Span(At(part))) : ValueList<WebhookError>.Empty;

    /// <summary>The same origin for a part of the tree.</summary>
    public readonly EventOrigin For(JsonTree part) => this with { Raw = At(part) };
}
