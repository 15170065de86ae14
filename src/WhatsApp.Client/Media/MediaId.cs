namespace WhatsApp.Client;

/// <summary>
/// The id of an uploaded or received file. It belongs to one business number and works with no other. Uploaded ones live 30 days,
/// received ones 7. Opaque; may be logged.
/// </summary>
/// <param name="Value">The id as the platform wrote it.</param>
public readonly record struct MediaId(string Value)
{
    /// <summary>The file as the content of a message, so that <c>new ImageMessage(id)</c> works.</summary>
    /// <param name="id">An uploaded file.</param>
    public static implicit operator MediaSource(MediaId id) => id.ToMediaSource();

    /// <summary>The file as the content of a message.</summary>
    public MediaSource ToMediaSource() => new MediaSource.ById(Value);

    /// <summary>The id itself.</summary>
    public override string ToString() => Value ?? "";
}
