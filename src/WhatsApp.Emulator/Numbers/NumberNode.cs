using System.Text.Json;
using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <summary>Reading and changing a phone number: <c>GET</c> and <c>POST /{phone-number-id}</c>.</summary>
internal sealed class NumberNode(EmulatedCloud cloud)
{
    private static readonly string[] DefaultFields =
        ["verified_name", "code_verification_status", "display_phone_number", "quality_rating", "platform_type", "throughput", "id"];

    public static GraphAnswer Read(GraphRequest request, EmulatedNumber number) =>
        GraphAnswer.Ok(Describe(number, FieldSelection.Of(request, DefaultFields)));

    public GraphAnswer List(GraphRequest request, EmulatedWaba waba)
    {
        var fields = FieldSelection.Of(request, DefaultFields);
        var data = new JsonArray([.. cloud.Numbers.Where(number => number.Waba == waba).Select(number => Describe(number, fields))]);
        return GraphAnswer.Ok(new JsonObject { ["data"] = data });
    }

    public async Task<GraphAnswer> ChangeAsync(GraphRequest request, EmulatedNumber number, CancellationToken cancellationToken)
    {
        var body = Param.Body(request);
        if (body.Find("webhook_configuration") is not { } configuration)
            throw new GraphException(GraphError.Unsupported("Nothing to change: this emulator knows webhook_configuration."));

        configuration.AllowOnly("override_callback_uri", "verify_token");
        var uri = configuration.Find("override_callback_uri") is { Value.ValueKind: JsonValueKind.String } given ? given.Value.GetString()! : "";
        number.CallbackOverride = uri.Length == 0
            ? null
            : await cloud.Sender.Handshake.RequireAsync(uri, configuration.NeedText("verify_token", 1_000), cancellationToken).ConfigureAwait(false);
        return GraphAnswer.Success;
    }

    private static JsonObject Describe(EmulatedNumber number, IReadOnlyList<string> fields)
    {
        var node = new JsonObject();
        foreach (var field in fields)
            node[field] = Value(number, field);
        node["id"] = number.PhoneNumberId;
        return node;
    }

    private static JsonNode? Value(EmulatedNumber number, string field) => field switch
    {
        "id" => number.PhoneNumberId,
        "display_phone_number" => number.DisplayPhoneNumber,
        "verified_name" => number.VerifiedName,
        "status" => number.Status,
        "quality_rating" => number.QualityRating,
        "quality_score" => new JsonObject { ["score"] = number.QualityRating },
        "name_status" => number.NameStatus,
        "new_name_status" => "NONE",
        "code_verification_status" => number.CodeVerificationStatus,
        "platform_type" => number.PlatformType,
        "account_mode" => "LIVE",
        "country_code" => number.Digits[..2],
        "throughput" => new JsonObject { ["level"] = number.MessagesPerSecond > 80 ? "HIGH" : "STANDARD" },
        "is_official_business_account" => false,
        "is_pin_enabled" => true,
        "is_on_biz_app" => number.IsOnBusinessApp,
        "whatsapp_business_manager_messaging_limit" => number.MessagingLimit,
        "webhook_configuration" => WebhookConfiguration(number),
        "health_status" => Health(number),
        _ => throw new GraphException(GraphError.UnknownField(field, "WhatsAppBusinessPhoneNumber")),
    };

    private static JsonObject Health(EmulatedNumber number)
    {
        var entity = new JsonObject { ["entity_type"] = "PHONE_NUMBER", ["id"] = number.PhoneNumberId, ["can_send_message"] = number.CanSendMessage };
        if (number.CanSendMessage != "AVAILABLE")
        {
            entity["errors"] = new JsonArray(new JsonObject
            {
                ["error_code"] = 141_000,
                ["error_description"] = "Sending is limited on this emulated number.",
                ["possible_solution"] = "Set CanSendMessage back to AVAILABLE.",
            });
        }

        return new JsonObject { ["can_send_message"] = number.CanSendMessage, ["entities"] = new JsonArray(entity) };
    }

    private static JsonObject WebhookConfiguration(EmulatedNumber number)
    {
        var node = new JsonObject();
        if (number.CallbackOverride is { } own)
            node["phone_number"] = own.Url.OriginalString;
        if (number.Waba.OverrideOf(number.App) is { } waba)
            node["whatsapp_business_account"] = waba.Url.OriginalString;
        if (number.App.Callback is { } app)
            node["application"] = app.Url.OriginalString;
        return node;
    }
}
