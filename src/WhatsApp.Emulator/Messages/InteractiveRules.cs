namespace WhatsApp.Emulator;

/// <summary>Interactive messages: the common parts, then the action of each type.</summary>
internal static class InteractiveRules
{
    private const string Known = "ADDRESS_MESSAGE, BUTTON, CALL_PERMISSION_REQUEST, CAROUSEL, CATALOG_MESSAGE, CTA_URL, FLOW, LIST, LOCATION_REQUEST_MESSAGE, "
        + "ORDER_DETAILS, ORDER_STATUS, PRODUCT, PRODUCT_LIST, REQUEST_CONTACT_INFO, VOICE_CALL";

    public static void Check(Param interactive, EmulatedNumber number, EmulatedCloud cloud)
    {
        interactive.AllowOnly("type", "header", "body", "footer", "action");
        var type = interactive.NeedText("type", 100);
        CheckParts(interactive, type, number, cloud);
        var action = interactive.NeedObject("action");
        switch (type)
        {
            case "button":
                ReplyButtonRules.Check(action);
                break;
            case "list":
                ListRules.Check(action);
                break;
            case "cta_url":
                CheckCtaUrl(action);
                break;
            case "location_request_message":
                RequireName(action, "send_location");
                break;
            case "request_contact_info" or "catalog_message" or "address_message" or "call_permission_request" or "voice_call":
                RequireName(action, type);
                break;
            case "order_details":
                RequireName(action, "review_and_pay");
                break;
            case "order_status":
                RequireName(action, "review_order");
                break;
            case "product":
                action.NeedText("catalog_id", 200);
                action.NeedText("product_retailer_id", 200);
                break;
            case "product_list":
                ListRules.CheckProducts(action);
                break;
            case "flow":
                CheckFlow(action);
                break;
            case "carousel":
                action.NeedItems("cards", 2, 10);
                break;
            default:
                throw new GraphException(GraphError.Unsupported($"Param interactive['type'] must be one of {{{Known}}} - got \"{type}\"."));
        }
    }

    private static void CheckParts(Param interactive, string type, EmulatedNumber number, EmulatedCloud cloud)
    {
        if (type is "product")
        {
            if (interactive.Find("header") is not null)
                throw new GraphException(GraphError.Invalid("Param interactive['header'] is not allowed for type product."));
        }
        else if (interactive.FindObject("header") is { } header)
        {
            CheckHeader(header, type, number, cloud);
        }
        else if (type is "product_list")
        {
            throw new GraphException(GraphError.Missing("interactive['header']"));
        }

        var body = type is "product" ? interactive.FindObject("body") : interactive.NeedObject("body");
        body?.AllowOnly("text");
        body?.NeedText("text", type is "list" ? 4096 : 1024);
        if (interactive.FindObject("footer") is not { } footer)
            return;
        footer.AllowOnly("text");
        footer.NeedText("text", 60);
    }

    private static void CheckHeader(Param header, string type, EmulatedNumber number, EmulatedCloud cloud)
    {
        header.AllowOnly("type", "text", "image", "video", "document");
        var kind = header.NeedText("type", 100);
        switch (kind)
        {
            case "text":
                header.NeedText("text", 60);
                break;
            case "image" or "video" or "document" when type is not ("list" or "product_list"):
                MediaRules.CheckSource(header.NeedObject(kind), number, cloud);
                break;
            default:
                throw new GraphException(GraphError.Invalid($"Param interactive['header']['type'] cannot be {kind} for type {type}."));
        }
    }

    private static void CheckCtaUrl(Param action)
    {
        action.AllowOnly("name", "parameters");
        RequireName(action, "cta_url");
        var parameters = action.NeedObject("parameters");
        parameters.AllowOnly("display_text", "url");
        parameters.NeedLabel("display_text", 20);
        if (!MediaRules.IsWebAddress(parameters.NeedText("url", 2_000)))
            throw new GraphException(GraphError.Invalid($"Param {parameters.Path}['url'] is not a valid URI."));
    }

    private static void CheckFlow(Param action)
    {
        RequireName(action, "flow");
        var parameters = action.NeedObject("parameters");
        parameters.NeedText("flow_message_version", 10);
        parameters.NeedText("flow_cta", 30);
        if (parameters.Find("flow_id") is null && parameters.Find("flow_name") is null)
            throw new GraphException(GraphError.Missing($"{parameters.Path}['flow_id']"));
    }

    private static void RequireName(Param action, string name)
    {
        if (action.NeedText("name", 100) != name)
            throw new GraphException(GraphError.Invalid($"Param {action.Path}['name'] must be {name}."));
    }
}
