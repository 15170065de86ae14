using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <summary>A business portfolio: the accounts it owns or was given, and parent user ids.</summary>
internal sealed class BusinessNode(EmulatedCloud cloud)
{
    public GraphAnswer Answer(GraphRequest request, Access access, Portfolio portfolio)
    {
        if (request.Method != "GET")
            throw new GraphException(GraphError.NoSuchObject(request.Method, request.Id));
        var wabas = portfolio.Wabas.Where(access.Reaches).ToArray();
        if (wabas.Length == 0)
            throw new GraphException(GraphError.NoSuchObject(request.Method, request.Id));
        return request.Edge switch
        {
            "" => GraphAnswer.Ok(new JsonObject { ["id"] = portfolio.Id, ["name"] = "Emulated business" }),
            "owned_whatsapp_business_accounts" => GraphPage.Of(request, cloud, access.Issued is null ? wabas : [], Describe),
            "client_whatsapp_business_accounts" => GraphPage.Of(request, cloud, access.Issued is null ? [] : wabas, Describe),
            "parent-bsuid-accounts" => GraphPage.Of(request, cloud, [.. Enterprises(wabas)], enterprise => new JsonObject { ["id"] = enterprise }),
            _ => throw new GraphException(GraphError.UnknownPath("/" + request.Edge)),
        };
    }

    private IEnumerable<string> Enterprises(EmulatedWaba[] wabas) =>
        cloud.Numbers.Where(number => wabas.Contains(number.Waba)).Select(number => number.EnterpriseId).OfType<string>().Distinct(StringComparer.Ordinal);

    private static JsonObject Describe(EmulatedWaba waba) => new() { ["id"] = waba.Id, ["name"] = waba.Name, ["currency"] = "EUR", ["timezone_id"] = "47", ["message_template_namespace"] = $"emulated_{waba.Id}" };
}
