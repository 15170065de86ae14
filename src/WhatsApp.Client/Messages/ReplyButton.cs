namespace WhatsApp.Client;

/// <summary>One button of a <see cref="ReplyButtonsMessage"/>.</summary>
/// <param name="Id">What comes back when it is tapped: 1 to 256 characters, never shown.</param>
/// <param name="Title">What it says: 1 to 20 characters.</param>
public sealed record ReplyButton(string Id, string Title)
{
    /// <summary>The name of the type only.</summary>
    public override string ToString() => nameof(ReplyButton);
}
