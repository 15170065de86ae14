using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <summary>What exists, as the control API shows it. Tokens and secrets are left out.</summary>
internal static class ScriptState
{
    public static JsonObject Of(EmulatedCloud cloud) => new()
    {
        ["baseUrl"] = cloud.BaseUrl.AbsoluteUri,
        ["phonePage"] = new Uri(cloud.BaseUrl, "phone").AbsoluteUri,
        ["clock"] = cloud.Time.GetUtcNow().ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        ["numbers"] = new JsonArray([.. cloud.Numbers.Select(Of)]),
        ["phones"] = new JsonArray([.. cloud.Phones.Take(1_000).Select(Of)]),
        ["templates"] = new JsonArray([.. cloud.Wabas.SelectMany(waba => waba.Templates.All).Select(Of)]),
        ["groups"] = new JsonArray([.. cloud.Nodes.Values.OfType<EmulatedGroup>().Select(Of)]),
    };

    public static JsonObject Of(EmulatedNumber number) => new()
    {
        ["phoneNumberId"] = number.PhoneNumberId,
        ["wabaId"] = number.WabaId,
        ["appId"] = number.App.Id,
        ["displayPhoneNumber"] = number.DisplayPhoneNumber,
        ["verifiedName"] = number.VerifiedName,
        ["status"] = number.Status,
        ["isRegistered"] = number.Registration.IsRegistered,
        ["webhookUrl"] = number.Waba.CallbackFor(number, number.App)?.Url.OriginalString,
    };

    public static JsonObject Of(EmulatedPhone phone) => new()
    {
        ["id"] = phone.Id, ["name"] = phone.Name, ["waId"] = phone.WaId, ["username"] = phone.Username, ["isOnline"] = phone.IsOnline, ["readsAutomatically"] = phone.ReadsAutomatically,
    };

    public static JsonObject Of(EmulatedTemplate template) => new()
    {
        ["id"] = template.Id, ["wabaId"] = template.Waba.Id, ["name"] = template.Name, ["language"] = template.Language, ["category"] = template.Category, ["status"] = template.Status,
    };

    public static JsonObject Of(EmulatedGroup group) => new()
    {
        ["id"] = group.Id, ["number"] = group.Number.PhoneNumberId, ["subject"] = group.Subject, ["members"] = new JsonArray([.. group.Members.Select(phone => JsonValue.Create(phone.Id))]),
    };

    public static JsonObject Of(ChatMessage message)
    {
        var node = new JsonObject
        {
            ["id"] = message.Id, ["fromBusiness"] = message.IsFromBusiness, ["type"] = message.Type, ["at"] = message.At.ToUnixTimeSeconds(), ["status"] = message.Status,
        };
        foreach (var (name, value) in ((string, string?)[])
            [("header", message.Header), ("text", message.Text), ("footer", message.Footer), ("mediaKind", message.MediaKind), ("mediaUrl", message.MediaUrl),
             ("quotedId", message.QuotedId), ("choiceId", message.ChoiceId), ("reaction", message.Reaction)])
        {
            if (value is not null)
                node[name] = value;
        }

        if (message.Buttons.Count > 0)
            node["buttons"] = new JsonArray([.. message.Buttons.Select(button => JsonValue.Create(button.Title))]);
        if (message.Sections.Count > 0)
            node["rows"] = new JsonArray([.. message.Sections.SelectMany(section => section.Rows).Select(row => JsonValue.Create(row.Title))]);
        if (message.Json is not null)
            node["request"] = JsonNode.Parse(message.Json);
        return node;
    }
}
