namespace WhatsApp.Client;

/// <summary>One limit a message breaks. Holds no text of the message, so it may be logged.</summary>
/// <param name="Path">Where in the request, in the platform's names, such as <c>interactive.action.buttons[0].reply.title</c>.</param>
/// <param name="Kind">What is wrong there.</param>
/// <param name="Limit">The limit, where there is a number: code points for <see cref="MessageFaultKind.TooLong"/>, items for the counts.</param>
/// <param name="Actual">The number found, beside <paramref name="Limit"/>.</param>
public sealed record MessageFault(string Path, MessageFaultKind Kind, int? Limit = null, int? Actual = null)
{
    /// <summary>Such as <c>text.body: TooLong (4097, limit 4096)</c>.</summary>
    public override string ToString() => Limit is null ? $"{Path}: {Kind}" : $"{Path}: {Kind} ({Actual}, limit {Limit})";
}
