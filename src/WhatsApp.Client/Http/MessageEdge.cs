namespace WhatsApp.Client.Http;

/// <summary>Where messages of a number are posted to.</summary>
/// <param name="Path">The last part of the path.</param>
/// <param name="Operation">The name for traces and metrics.</param>
internal sealed record MessageEdge(string Path, string Operation)
{
    public static readonly MessageEdge Messages = new("messages", "messages.send");

    public static readonly MessageEdge Marketing = new("marketing_messages", "messages.send_marketing");

    public bool IsMarketing => this == Marketing;
}
