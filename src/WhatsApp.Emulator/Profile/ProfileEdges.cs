using System.Text;
using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <summary>Business profile, commerce settings, and conversational components.</summary>
internal sealed class ProfileEdges(EmulatedCloud cloud)
{
    private static readonly string[] Fields = ["about", "address", "description", "email", "profile_picture_url", "websites", "vertical"];

    private static readonly string[] Verticals =
    [
        "OTHER", "AUTO", "BEAUTY", "APPAREL", "EDU", "ENTERTAIN", "EVENT_PLAN", "FINANCE", "GROCERY", "GOVT", "HOTEL", "HEALTH", "NONPROFIT", "PROF_SERVICES", "RETAIL",
        "TRAVEL", "RESTAURANT", "ALCOHOL", "ONLINE_GAMBLING", "PHYSICAL_GAMBLING", "OTC_DRUGS",
    ];

    public void Map(GraphRoutes routes)
    {
        routes.Numbers.Add("GET", "whatsapp_business_profile", Permission.Messaging, Read);
        routes.Numbers.Add("POST", "whatsapp_business_profile", Permission.Messaging, Write);
        routes.Numbers.Add("GET", "whatsapp_commerce_settings", Permission.Management, ReadCommerce);
        routes.Numbers.Add("POST", "whatsapp_commerce_settings", Permission.Management, WriteCommerce);
        routes.Numbers.Add("POST", "conversational_automation", Permission.Management, Automate);
    }

    private static GraphAnswer Read(GraphCall<EmulatedNumber> call)
    {
        var profile = call.Node.Profile.Read();
        var data = new JsonObject { ["messaging_product"] = "whatsapp" };
        foreach (var field in FieldSelection.Of(call.Request, Fields))
        {
            if (!Fields.Contains(field) && field != "messaging_product")
                throw new GraphException(GraphError.UnknownField(field, "WhatsAppBusinessProfile"));
            if (profile[field] is { } value)
                data[field] = value.DeepClone();
        }

        return GraphAnswer.Ok(new JsonObject { ["data"] = new JsonArray(data) });
    }

    private GraphAnswer Write(GraphCall<EmulatedNumber> call)
    {
        var input = call.Input;
        if (input.NeedText("messaging_product", 100) != "whatsapp")
            throw new GraphException(GraphError.Unsupported("Param messaging_product must be one of {WHATSAPP}."));
        input.AllowOnly("messaging_product", "about", "address", "description", "email", "websites", "vertical", "profile_picture_handle", "access_token");
        var changes = new JsonObject();
        if (input.Find("about") is not null)
            changes["about"] = input.NeedText("about", 139);
        foreach (var (name, max) in ((string, int)[])[("address", 256), ("description", 512), ("email", 128)])
        {
            if (input.FindText(name, max) is { } text)
                changes[name] = text;
        }

        if ((string?)changes["email"] is { Length: > 0 } email && !email.Contains('@', StringComparison.Ordinal))
            throw new GraphException(GraphError.Unsupported("Param email is not an e-mail address."));
        if (input.Find("websites") is not null)
        {
            var websites = input.FindTexts("websites", 2, 256);
            if (!websites.All(MediaRules.IsWebAddress))
                throw new GraphException(GraphError.Unsupported("Param websites must hold addresses with http or https."));
            changes["websites"] = new JsonArray([.. websites.Select(website => JsonValue.Create(website))]);
        }

        if (input.FindWord("vertical", Verticals) is { } vertical)
            changes["vertical"] = vertical;
        if (input.FindText("profile_picture_handle", 5_000) is { Length: > 0 } handle)
        {
            if (!cloud.Handles.TryGetValue(handle, out var type) || !type.StartsWith("image/", StringComparison.Ordinal))
                throw new GraphException(GraphError.Unsupported("Param profile_picture_handle is no picture that a resumable upload gave."));
            changes["profile_picture_url"] = new Uri(cloud.BaseUrl, "_emulator/picture").AbsoluteUri;
        }

        call.Node.Profile.Write(changes);
        return GraphAnswer.Success;
    }

    private static GraphAnswer ReadCommerce(GraphCall<EmulatedNumber> call)
    {
        var profile = call.Node.Profile;
        return GraphAnswer.Ok(new JsonObject
        {
            ["data"] = new JsonArray(new JsonObject { ["is_cart_enabled"] = profile.IsCartEnabled, ["is_catalog_visible"] = profile.IsCatalogVisible, ["id"] = call.Node.PhoneNumberId }),
        });
    }

    private static GraphAnswer WriteCommerce(GraphCall<EmulatedNumber> call)
    {
        var (cart, catalog) = (call.Input.FindFlag("is_cart_enabled"), call.Input.FindFlag("is_catalog_visible"));
        if (cart is null && catalog is null)
            throw new GraphException(GraphError.Unsupported("Param is_cart_enabled or is_catalog_visible is required."));
        var profile = call.Node.Profile;
        (profile.IsCartEnabled, profile.IsCatalogVisible) = (cart ?? profile.IsCartEnabled, catalog ?? profile.IsCatalogVisible);
        return GraphAnswer.Success;
    }

    private static GraphAnswer Automate(GraphCall<EmulatedNumber> call)
    {
        var input = call.Input;
        JsonArray? prompts = null;
        JsonArray? commands = null;
        if (input.Find("prompts") is not null)
        {
            var texts = input.FindTexts("prompts", 4, 80);
            if (texts.Any(text => text.EnumerateRunes().Any(IsEmoji)))
                throw new GraphException(GraphError.Unsupported("Param prompts must not have emoji."));
            prompts = [.. texts.Select(text => JsonValue.Create(text))];
        }

        if (input.Find("commands") is not null)
        {
            commands = [];
            foreach (var command in input.NeedItems("commands", 0, 30))
                commands.Add(new JsonObject { ["command_name"] = command.NeedText("command_name", 32), ["command_description"] = command.NeedText("command_description", 256) });
        }

        if (input.Find("enable_welcome_message") is not null)
            throw new GraphException(GraphError.Unsupported("Param enable_welcome_message is no longer supported."));
        call.Node.Profile.Automate(prompts, commands);
        return GraphAnswer.Success;
    }

    private static bool IsEmoji(Rune rune) => rune.Value is >= 0x1F000 and <= 0x1FAFF or >= 0x2600 and <= 0x27BF;
}
