namespace WhatsApp.Client;

/// <summary>Something to choose, as a reply button or a list row.</summary>
/// <param name="Id">What comes back when it is chosen: 1 to 200 characters, never shown; unique among the choices.</param>
/// <param name="Title">What it says, of any length: it is cut where it must be.</param>
/// <param name="Description">A second line; it makes the choices a list. Cut after 72 characters. Null for none.</param>
public sealed record Choice(string Id, string Title, string? Description = null)
{
    /// <summary>The name of the type only.</summary>
    public override string ToString() => nameof(Choice);
}
