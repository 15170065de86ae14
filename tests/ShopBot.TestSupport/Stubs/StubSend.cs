using System.Text.Json.Nodes;

namespace ShopBot.TestSupport.Stubs;

/// <summary>A message that the <see cref="GraphStub"/> took.</summary>
/// <param name="PhoneNumberId">From which number.</param>
/// <param name="AccessToken">With which token.</param>
/// <param name="Body">The whole request.</param>
public sealed record StubSend(string PhoneNumberId, string AccessToken, JsonObject Body)
{
    /// <summary>To whom: a phone number's digits, or a user id.</summary>
    public string To => ((string?)Body["to"] ?? (string?)Body["recipient"] ?? "").TrimStart('+');

    /// <summary>The text or the body of an interactive message.</summary>
    public string Text => (string?)Body["text"]?["body"] ?? (string?)Body["interactive"]?["body"]?["text"] ?? "";

    /// <summary>The id of the reply button or list row with this title.</summary>
    public string? ChoiceId(string title)
    {
        var interactive = Body["interactive"]?["action"];
        var buttons = (interactive?["buttons"] as JsonArray ?? []).Select(button => button?["reply"]);
        var rows = (interactive?["sections"] as JsonArray ?? []).SelectMany(section => section?["rows"] as JsonArray ?? []);
        return (string?)buttons.Concat(rows).FirstOrDefault(choice => (string?)choice?["title"] == title)?["id"];
    }
}
