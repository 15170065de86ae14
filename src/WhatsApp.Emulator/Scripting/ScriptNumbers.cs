using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <summary>Adding and changing business numbers and their accounts.</summary>
internal static class ScriptNumbers
{
    public static void Map(ScriptRoutes routes)
    {
        routes.Add("POST", "/numbers", Add);
        routes.Add("POST", "/numbers/{number}", ChangeAsync);
        routes.Add("POST", "/numbers/{number}/webhook", SetWebhookAsync);
        routes.Add("GET", "/numbers/{number}/code", call => new JsonObject { ["code"] = call.Number().VerificationCode });
        routes.Do("POST", "/numbers/{number}/echoes", call => call.Number().EchoesAsync(call.Phone(call.Body.NeedText("phone", 100)), call.Body.NeedText("text", 65_536), call.Cancel));
        routes.Do("POST", "/numbers/{number}/thread", call => call.Number().HandThreadToAsync(call.Phone(call.Body.NeedText("phone", 100)), call.Body.FindText("role", 100), call.Cancel));
    }

    private static JsonObject Add(ScriptCall call)
    {
        var body = call.Body;
        var options = new EmulatedNumberOptions
        {
            PhoneNumberId = body.NeedText("phoneNumberId", 100),
            WabaId = body.NeedText("wabaId", 100),
            DisplayPhoneNumber = body.NeedText("displayPhoneNumber", 100),
            VerifiedName = body.FindText("verifiedName", 200) ?? "Emulated shop",
            AccessToken = body.NeedText("accessToken", 10_000),
            AppId = body.FindText("appId", 100) ?? "111",
            AppSecret = body.NeedText("appSecret", 1_000),
            VerifyToken = body.FindText("verifyToken", 1_000),
            WebhookUrl = body.Find("webhookUrl") is null ? null : new Uri(body.NeedUrl("webhookUrl", 2_000)),
            IsSubscribed = body.FindFlag("isSubscribed") ?? true,
            IsRegistered = body.FindFlag("isRegistered") ?? true,
            Pin = body.FindText("pin", 6),
            PortfolioId = body.FindText("portfolioId", 100) ?? "",
            EnterpriseId = body.FindText("enterpriseId", 100),
            WebhookVersion = body.FindText("webhookVersion", 10) ?? "v25.0",
            MessagesPerSecond = body.FindWhole("messagesPerSecond", 1, 1_000_000) ?? 80,
            FreeServiceMessagesPerMonth = body.FindWhole("freeServiceMessagesPerMonth", 0, int.MaxValue) ?? 1_000,
        };
        if (body.Find("allowedRecipients") is not null)
            options.AllowedRecipients = body.FindTexts("allowedRecipients", 5, 20);
        return ScriptState.Of(call.Cloud.AddNumber(options));
    }

    private static async Task<JsonNode?> ChangeAsync(ScriptCall call)
    {
        var (number, body) = (call.Number(), call.Body);
        number.Status = body.FindText("status", 50) ?? number.Status;
        number.NameStatus = body.FindText("nameStatus", 50) ?? number.NameStatus;
        number.CanSendMessage = body.FindText("canSendMessage", 50) ?? number.CanSendMessage;
        number.IsOnBusinessApp = body.FindFlag("isOnBusinessApp") ?? number.IsOnBusinessApp;
        if (body.FindText("accessToken", 10_000) is { Length: > 0 } token)
            number.ReplaceAccessToken(token);
        if (body.FindWhole("accessTokenExpiresInSeconds", 0, int.MaxValue) is { } seconds)
            number.AccessTokenExpiresAt = call.Cloud.Time.GetUtcNow().AddSeconds(seconds);
        var waba = number.Waba;
        waba.HasPaymentMethod = body.FindFlag("hasPaymentMethod") ?? waba.HasPaymentMethod;
        waba.IsLocked = body.FindFlag("isLocked") ?? waba.IsLocked;
        number.App.IsLive = body.FindFlag("isLive") ?? number.App.IsLive;
        number.App.WebhookVersion = body.FindText("webhookVersion", 10) ?? number.App.WebhookVersion;
        if (body.FindText("qualityRating", 50) is { Length: > 0 } rating)
            await number.ChangeQualityAsync(rating, call.Cancel).ConfigureAwait(false);
        if (body.FindText("messagingLimit", 50) is { Length: > 0 } limit)
            await number.ChangeMessagingLimitAsync(limit, call.Cancel).ConfigureAwait(false);
        if (body.FindFlag("upgradeThroughput") == true)
            await number.UpgradeThroughputAsync(call.Cancel).ConfigureAwait(false);
        return ScriptState.Of(number);
    }

    private static async Task<JsonNode?> SetWebhookAsync(ScriptCall call)
    {
        var result = await call.Number().SetWebhookAsync(new Uri(call.Body.NeedUrl("url", 2_000)), call.Body.NeedText("verifyToken", 1_000), call.Cancel).ConfigureAwait(false);
        return new JsonObject { ["succeeded"] = result.Succeeded, ["status"] = result.Status, ["reason"] = result.Reason };
    }
}
