using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <summary>The account itself: <c>GET</c> and <c>POST /{waba}</c>, its users, catalogs, activities and analytics.</summary>
internal sealed class WabaNode(EmulatedCloud cloud)
{
    private readonly AnalyticsFields _analytics = new(cloud);

    public void Map(GraphRoutes routes)
    {
        routes.Wabas.Add("GET", "", Permission.Management, Read);
        routes.Wabas.Add("POST", "", Permission.Management, Change);
        routes.Wabas.Add("GET", "assigned_users", Permission.Management, call => GraphPage.Of<string>(call.Request, cloud, ["222"], id => new JsonObject
        {
            ["id"] = id, ["name"] = "System user", ["tasks"] = new JsonArray("MANAGE", "DEVELOP"),
        }));
        routes.Wabas.Add("GET", "product_catalogs", Permission.Management, call => GraphPage.Of<string>(call.Request, cloud, call.Node.CatalogId is { } id ? [id] : [], id => new JsonObject
        {
            ["id"] = id, ["name"] = $"Catalog {id}",
        }));
        routes.Wabas.Add("GET", "activities", Permission.Management, call => GraphPage.Of(call.Request, cloud, Array.Empty<string>(), _ => new JsonObject()));
        routes.Wabas.Add("GET", "template_analytics", Permission.Management, call => GraphAnswer.Ok(AnalyticsFields.OfTemplates(call.Node, call.Request.Query)));
        routes.Wabas.Add("GET", "pricing_analytics", Permission.Management, call => GraphAnswer.Ok(AnalyticsFields.OfPricing(call.Node, call.Request.Query)));
    }

    private GraphAnswer Read(GraphCall<EmulatedWaba> call)
    {
        var node = Describe(call.Node);
        foreach (var field in (string[])["analytics", "conversation_analytics", "pricing_analytics", "template_analytics"])
        {
            if (FieldSelection.Arguments(call.Request, field) is { } arguments)
                node[field] = _analytics.Of(field, call.Node, name => arguments.GetValueOrDefault(name));
        }

        return GraphAnswer.Ok(FieldSelection.Pick(call.Request, node, "WhatsAppBusinessAccount", ["id", "name", "timezone_id", "message_template_namespace"]));
    }

    private static GraphAnswer Change(GraphCall<EmulatedWaba> call)
    {
        var (input, waba) = (call.Input, call.Node);
        if (input.FindFlag("is_enabled_for_insights") is { } isEnabled)
        {
            if (!isEnabled)
                throw new GraphException(GraphError.Of(200006, "Template insights cannot be switched off."));
            waba.IsEnabledForInsights = true;
            return GraphAnswer.Ok(new JsonObject { ["id"] = waba.Id });
        }

        if (input.FindText("name", 200) is { Length: > 0 } name)
        {
            waba.Name = name;
            return GraphAnswer.Success;
        }

        throw new GraphException(GraphError.Unsupported("Nothing to change: is_enabled_for_insights or name is expected."));
    }

    private JsonObject Describe(EmulatedWaba waba) => new()
    {
        ["id"] = waba.Id,
        ["name"] = waba.Name,
        ["currency"] = "EUR",
        ["timezone_id"] = "47",
        ["status"] = waba.IsLocked ? "DISABLED" : "ACTIVE",
        ["account_review_status"] = waba.ReviewStatus,
        ["business_verification_status"] = "verified",
        ["country"] = "DE",
        ["ownership_type"] = "SELF",
        ["message_template_namespace"] = $"emulated_{waba.Id}",
        ["marketing_messages_lite_api_status"] = waba.HasSignedMarketingTerms ? "ONBOARDED" : "ELIGIBLE",
        ["is_enabled_for_insights"] = waba.IsEnabledForInsights,
        ["owner_business_info"] = new JsonObject { ["id"] = cloud.PortfolioOf(waba).Id, ["name"] = "Emulated business" },
        ["health_status"] = HealthNode.Of(waba),
        ["analytics"] = null, ["conversation_analytics"] = null, ["pricing_analytics"] = null, ["template_analytics"] = null,
    };
}
