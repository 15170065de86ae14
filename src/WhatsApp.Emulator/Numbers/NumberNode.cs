using System.Globalization;
using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <summary>Reading and changing a phone number: <c>GET</c> and <c>POST /{phone-number-id}</c>, and the list of an account.</summary>
internal sealed class NumberNode(EmulatedCloud cloud)
{
    private static readonly string[] DefaultFields =
        ["verified_name", "code_verification_status", "display_phone_number", "quality_rating", "platform_type", "throughput", "id"];

    public void Map(GraphRoutes routes)
    {
        routes.Numbers.Add("GET", "", Permission.None, call => GraphAnswer.Ok(Describe(call.Node, FieldSelection.Of(call.Request, DefaultFields))));
        routes.Numbers.Add("POST", "", Permission.Management, ChangeAsync);
        routes.Wabas.Add("GET", "phone_numbers", Permission.Management, List);
    }

    private GraphAnswer List(GraphCall<EmulatedWaba> call)
    {
        var fields = FieldSelection.Of(call.Request, DefaultFields);
        return GraphPage.Of(call.Request, cloud, [.. cloud.Numbers.Where(number => number.Waba == call.Node && !number.IsDeleted)], number => Describe(number, fields));
    }

    private async Task<GraphAnswer> ChangeAsync(GraphCall<EmulatedNumber> call)
    {
        var (input, number) = (call.Input, call.Node);
        var isKnown = false;
        if (input.FindObject("webhook_configuration") is { } configuration)
        {
            configuration.AllowOnly("override_callback_uri", "verify_token");
            var uri = configuration.FindText("override_callback_uri", 2_000) ?? "";
            number.CallbackOverride = uri.Length == 0
                ? null
                : await cloud.Sender.Handshake.RequireAsync(uri, configuration.NeedText("verify_token", 1_000), call.CancellationToken).ConfigureAwait(false);
            isKnown = true;
        }

        if (input.Find("pin") is not null)
        {
            number.Registration.SetPin(RegistrationEdges.NeedPin(input));
            isKnown = true;
        }

        if (input.FindText("new_display_name", 200) is { Length: > 0 } name)
        {
            Review(number, name);
            isKnown = true;
        }

        return isKnown ? GraphAnswer.Success : throw new GraphException(GraphError.Unsupported("Nothing to change: pin, new_display_name or webhook_configuration is expected."));
    }

    private void Review(EmulatedNumber number, string name)
    {
        (number.NewName, number.NewNameStatus) = (name, "PENDING_REVIEW");
        if (!cloud.Options.ReviewsAutomatically)
            return;
        cloud.Work.Run(async stopping =>
        {
            if (cloud.Options.ReviewDelay > TimeSpan.Zero)
                await Task.Delay(cloud.Options.ReviewDelay, cloud.Time, stopping).ConfigureAwait(false);
            await number.DecideNameAsync(true, null, stopping).ConfigureAwait(false);
        });
    }

    private static JsonObject Describe(EmulatedNumber number, IReadOnlyList<string> fields)
    {
        var node = new JsonObject();
        foreach (var field in fields)
        {
            if (Value(number, field) is { } value)
                node[field] = value;
        }

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
        "new_name_status" => number.NewNameStatus,
        "code_verification_status" => number.CodeVerificationStatus,
        "platform_type" => number.PlatformType,
        "account_mode" => number.AllowedRecipients is null ? "LIVE" : "SANDBOX",
        "country_code" => number.Digits[..2],
        "country_dial_code" => number.Digits[..2],
        "throughput" => new JsonObject { ["level"] = number.IsOnBusinessApp ? "NOT_APPLICABLE" : number.MessagesPerSecond > 80 ? "HIGH" : "STANDARD" },
        "is_official_business_account" => number.IsOfficial,
        "is_pin_enabled" => number.Registration.Pin is not null || number.Registration.IsRegistered,
        "is_on_biz_app" => number.IsOnBusinessApp,
        "is_preverified_number" => false,
        "whatsapp_business_manager_messaging_limit" => number.MessagingLimit,
        "messaging_limit_tier" => number.MessagingLimit,
        "webhook_configuration" => WebhookConfiguration(number),
        "conversational_automation" => number.Profile.Automation(number.PhoneNumberId),
        "last_onboarded_time" => DateTimeOffset.FromUnixTimeSeconds(1_760_000_000).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
        "certificate" => number.NameStatus == "APPROVED" ? "emulated-certificate" : "",
        "search_visibility" => "VISIBLE",
        "username" => number.Profile.Username,
        "health_status" => HealthNode.Of(number),
        _ => throw new GraphException(GraphError.UnknownField(field, "WhatsAppBusinessPhoneNumber")),
    };

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
