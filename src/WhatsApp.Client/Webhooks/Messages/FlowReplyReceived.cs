using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace WhatsApp.Client.Webhooks;

/// <summary>
/// A form the person filled in: a flow or an address message (<c>interactive.nfm_reply</c>).
/// See <see href="https://developers.facebook.com/docs/whatsapp/flows/guides/receiveflowresponse">flow responses</see>.
/// </summary>
public sealed record FlowReplyReceived : MessageReceived
{
    /// <summary>Creates an event, for tests.</summary>
    public FlowReplyReceived()
    {
    }

    [SetsRequiredMembers]
    internal FlowReplyReceived(scoped in MessageParts parts, JsonTree json)
        : base(parts)
    {
        Name = json.Id("name");
        Body = json.Id("body");
        ResponseJson = json.Text("response_json") ?? "";
        FlowToken = FlowTokenOf(ResponseJson);
    }

    /// <summary>Which kind of form, such as <c>flow</c> or <c>address_message</c>; null when absent.</summary>
    public string? Name { get; init; }

    /// <summary>What the chat shows; null when absent.</summary>
    public string? Body { get; init; }

    /// <summary>The answers as JSON text, exactly as they came; empty when absent. Came from outside: check it.</summary>
    public required string ResponseJson { get; init; }

    /// <summary>The token the flow was sent with; null when the answers have none.</summary>
    public string? FlowToken { get; init; }

    private static string? FlowTokenOf(string responseJson)
    {
        try
        {
            return JsonTree.Read(Encoding.UTF8.GetBytes(responseJson)).Id("flow_token");
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
