using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <summary>QR codes with short links, and opt-in links.</summary>
internal sealed class LinkEdges(EmulatedCloud cloud)
{
    public void Map(GraphRoutes routes)
    {
        routes.Numbers.Add("POST", "message_qrdls", Permission.Management, Write);
        routes.Numbers.Add("GET", "message_qrdls", Permission.Management, call =>
            GraphPage.Of(call.Request, cloud, call.Node.Links.All, link => Describe(link.Code, link.Message, null)));
        routes.Numbers.Add("GET", "message_qrdls/*", Permission.Management, Read);
        routes.Numbers.Add("DELETE", "message_qrdls/*", Permission.Management, call =>
            call.Node.Links.Remove(call.Rest) ? GraphAnswer.Success : throw new GraphException(GraphError.Unsupported("No QR code has this code.")));
        routes.Wabas.Add("POST", "signups", Permission.Management, AddSignup);
        routes.Wabas.Add("GET", "signups", Permission.Management, call =>
            GraphPage.Of(call.Request, cloud, call.Node.SignupLinks, link => Describe(call.Node, link)));
    }

    private GraphAnswer Write(GraphCall<EmulatedNumber> call)
    {
        var message = call.Input.NeedText("prefilled_message", 140);
        var format = call.Input.FindWord("generate_qr_image", "PNG", "SVG");
        var given = call.Input.FindText("code", 100);
        if (given is not null && call.Node.Links.Find(given) is null)
            throw new GraphException(GraphError.Unsupported("Param code is no QR code of this number."));
        var code = given ?? MessageIds.NewCode(14);
        if (!call.Node.Links.TrySet(code, message))
            throw new GraphException(GraphError.Unsupported($"The number has {LinkBook.Most} QR codes already."));
        return GraphAnswer.Ok(Describe(code, message, format));
    }

    private GraphAnswer Read(GraphCall<EmulatedNumber> call) => call.Node.Links.Find(call.Rest) is { } message
        ? GraphAnswer.Ok(new JsonObject { ["data"] = new JsonArray(Describe(call.Rest, message, null)) })
        : throw new GraphException(GraphError.Unsupported("No QR code has this code."));

    private GraphAnswer AddSignup(GraphCall<EmulatedWaba> call)
    {
        var input = call.Input;
        var link = new SignupLink(MessageIds.NewObject(), input.NeedText("signup_message", 1_024), input.NeedText("confirmation_message", 1_024), input.NeedUrl("privacy_policy_url", 2_000));
        if (input.Find("website_url") is not null)
            input.NeedUrl("website_url", 2_000);
        input.FindText("promo_code", 100);
        input.FindText("display_name", 200);
        lock (call.Node.SignupLinks)
            call.Node.SignupLinks.Add(link);
        return GraphAnswer.Ok(Describe(call.Node, link));
    }

    private JsonObject Describe(string code, string message, string? format)
    {
        var node = new JsonObject { ["code"] = code, ["prefilled_message"] = message, ["deep_link_url"] = $"https://wa.me/message/{code}" };
        if (format is not null)
            node["qr_image_url"] = new Uri(cloud.BaseUrl, $"_emulator/qr/{code}.{format.ToLowerInvariant()}").AbsoluteUri;
        return node;
    }

    private JsonObject Describe(EmulatedWaba waba, SignupLink link)
    {
        var number = cloud.Numbers.FirstOrDefault(number => number.Waba == waba);
        return new JsonObject { ["id"] = link.Id, ["link"] = $"https://wa.me/{number?.Digits}/signup/{link.Id}", ["signup_message"] = link.SignupMessage };
    }
}
