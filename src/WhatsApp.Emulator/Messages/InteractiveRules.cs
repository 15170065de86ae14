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
            case "request_contact_info":
                RequireName(action, type);
                break;
            case "catalog_message":
                RequireName(action, type);
                CatalogRules.CheckCatalogMessage(action, number);
                break;
            case "address_message":
                RequireName(action, type);
                CountryRules.CheckAddress(action.NeedObject("parameters"));
                break;
            case "call_permission_request":
                RequireName(action, type);
                CallRules.RequireCalling(number);
                break;
            case "voice_call":
                RequireName(action, type);
                CallRules.CheckButton(action, number);
                break;
            case "order_details":
                RequireName(action, "review_and_pay");
                CountryRules.CheckOrderDetails(action.NeedObject("parameters"));
                break;
            case "order_status":
                RequireName(action, "review_order");
                CountryRules.CheckOrderStatus(action.NeedObject("parameters"));
                break;
            case "product":
                CatalogRules.CheckProduct(action, number);
                break;
            case "product_list":
                CatalogRules.RequireCatalog(action, number);
                ListRules.CheckProducts(action);
                break;
            case "flow":
                RequireName(action, "flow");
                FlowMessageRules.Check(action.NeedObject("parameters"), number);
                break;
            case "carousel":
                CarouselRules.Check(action, number);
                break;
            default:
                throw new GraphException(GraphError.Unsupported($"Param interactive['type'] must be one of {{{Known}}} - got \"{type}\"."));
        }
    }

    private static void CheckParts(Param interactive, string type, EmulatedNumber number, EmulatedCloud cloud)
    {
        if (type is "product" or "carousel" or "location_request_message" or "request_contact_info" or "catalog_message" or "address_message" or "call_permission_request" or "voice_call" or "order_status")
        {
            if (interactive.Find("header") is not null)
                throw new GraphException(GraphError.Invalid($"Param interactive['header'] is not allowed for type {type}."));
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
        if (type is "carousel" or "location_request_message" or "request_contact_info")
            throw new GraphException(GraphError.Invalid($"Param interactive['footer'] is not allowed for type {type}."));
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

    public static void CheckCtaUrl(Param action)
    {
        action.AllowOnly("name", "parameters");
        RequireName(action, "cta_url");
        var parameters = action.NeedObject("parameters");
        parameters.AllowOnly("display_text", "url");
        parameters.NeedLabel("display_text", 20);
        if (!MediaRules.IsWebAddress(parameters.NeedText("url", 2_000)))
            throw new GraphException(GraphError.Invalid($"Param {parameters.Path}['url'] is not a valid URI."));
    }

    private static void RequireName(Param action, string name)
    {
        if (action.NeedText("name", 100) != name)
            throw new GraphException(GraphError.Invalid($"Param {action.Path}['name'] must be {name}."));
    }
}
