namespace WhatsApp.Client;

/// <summary>One choice of a <see cref="ListMessage"/>.</summary>
/// <param name="Id">What comes back when it is chosen: 1 to 200 characters, never shown.</param>
/// <param name="Title">What it says: 1 to 24 characters.</param>
/// <param name="Description">A second line, at most 72 characters; null for none.</param>
public sealed record ListRow(string Id, string Title, string? Description = null)
{
    /// <summary>The name of the type only.</summary>
    public override string ToString() => nameof(ListRow);
}
