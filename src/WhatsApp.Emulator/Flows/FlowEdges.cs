using System.Text;
using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <summary>Creating, changing, publishing and deleting flows.</summary>
internal sealed class FlowEdges(EmulatedCloud cloud)
{
    private static readonly string[] Categories = ["SIGN_UP", "SIGN_IN", "APPOINTMENT_BOOKING", "LEAD_GENERATION", "CONTACT_US", "CUSTOMER_SUPPORT", "SURVEY", "OTHER"];

    public void Map(GraphRoutes routes)
    {
        routes.Wabas.Add("GET", "flows", Permission.Management, call => GraphPage.Of(call.Request, cloud, call.Node.Flows.All, flow => Pick(call.Request, flow)));
        routes.Wabas.Add("POST", "flows", Permission.Management, Create);
        routes.Wabas.Add("POST", "migrate_flows", Permission.Management, Migrate);
        routes.Flows.Add("GET", "", Permission.Management, call => GraphAnswer.Ok(Pick(call.Request, call.Node)));
        routes.Flows.Add("POST", "", Permission.Management, Change);
        routes.Flows.Add("DELETE", "", Permission.Management, Delete);
        routes.Flows.Add("GET", "assets", Permission.Management, ListAssets);
        routes.Flows.Add("POST", "assets", Permission.Management, UploadAsync);
        routes.Flows.Add("POST", "publish", Permission.Management, call => Publish(call.Node));
        routes.Flows.Add("POST", "deprecate", Permission.Management, Deprecate);
    }

    private GraphAnswer Create(GraphCall<EmulatedWaba> call)
    {
        var input = call.Input;
        var name = input.NeedText("name", 200);
        var categories = ReadCategories(input) ?? throw new GraphException(GraphError.MissingTopLevel("categories"));
        if (call.Node.Flows.Find(null, name) is not null)
            throw new GraphException(GraphError.Unsupported("Param name is used by another flow of the account."));
        var source = input.FindText("clone_flow_id", 100) is { } id
            ? call.Node.Flows.Find(id, null) ?? throw new GraphException(GraphError.Unsupported("Param clone_flow_id is no flow of the account."))
            : null;
        var endpoint = input.Find("endpoint_uri") is null ? null : input.NeedUrl("endpoint_uri", 2_000);
        var json = input.FindText("flow_json", 10_000_000) ?? source?.Json;
        var flow = call.Node.Flows.Add(name, categories);
        (flow.Json, flow.EndpointUri, flow.Errors) = (json, endpoint ?? source?.EndpointUri, FlowJson.Check(json));
        if (input.FindFlag("publish") == true)
            Publish(flow);
        return GraphAnswer.Ok(new JsonObject { ["id"] = flow.Id, ["success"] = true, ["validation_errors"] = flow.Errors.DeepClone() });
    }

    private GraphAnswer Migrate(GraphCall<EmulatedWaba> call)
    {
        var source = cloud.Waba(call.Input.NeedText("source_waba_id", 100)) is { } waba && call.Access.Reaches(waba)
            ? waba
            : throw new GraphException(GraphError.Unsupported("Param source_waba_id is no account of this token."));
        var names = call.Input.FindTexts("source_flow_names", 100, 200);
        var (migrated, failed) = (new JsonArray(), new JsonArray());
        foreach (var flow in source.Flows.All.Where(flow => names.Count == 0 || names.Contains(flow.Name)))
        {
            if (call.Node.Flows.Find(null, flow.Name) is not null)
            {
                failed.Add(new JsonObject { ["source_name"] = flow.Name, ["error_code"] = "4233041", ["error_message"] = "Flows Migration Error: a flow with this name exists." });
                continue;
            }

            var copy = call.Node.Flows.Add(flow.Name, flow.Categories);
            (copy.Json, copy.EndpointUri) = (flow.Json, flow.EndpointUri);
            migrated.Add(new JsonObject { ["source_name"] = flow.Name, ["source_id"] = flow.Id, ["migrated_id"] = copy.Id });
        }

        return GraphAnswer.Ok(new JsonObject { ["migrated_flows"] = migrated, ["failed_flows"] = failed });
    }

    private GraphAnswer Change(GraphCall<EmulatedFlow> call)
    {
        var (input, flow) = (call.Input, call.Node);
        var categories = ReadCategories(input);
        if (input.FindText("name", 200) is { Length: > 0 } name)
            flow.Name = name;
        if (categories is not null)
            flow.Categories = categories;
        if (input.Find("endpoint_uri") is not null)
            flow.EndpointUri = input.NeedUrl("endpoint_uri", 2_000);
        flow.UpdatedAt = cloud.Time.GetUtcNow();
        return GraphAnswer.Success;
    }

    private static GraphAnswer Delete(GraphCall<EmulatedFlow> call)
    {
        if (call.Node.Status != "DRAFT")
            throw new GraphException(GraphError.Of(139004, "Only a draft can be deleted; deprecate a published flow."));
        call.Node.Waba.Flows.Remove(call.Node);
        return GraphAnswer.Success;
    }

    private GraphAnswer ListAssets(GraphCall<EmulatedFlow> call)
    {
        JsonObject[] assets = call.Node.Json is null
            ? []
            : [new JsonObject { ["name"] = "flow.json", ["asset_type"] = "FLOW_JSON", ["download_url"] = new Uri(cloud.BaseUrl, $"_emulator/flows/{call.Node.Id}/flow.json").AbsoluteUri }];
        return GraphPage.Of(call.Request, cloud, assets, asset => asset);
    }

    private async Task<GraphAnswer> UploadAsync(GraphCall<EmulatedFlow> call)
    {
        if (call.Request.Form is not { } form)
            throw new GraphException(GraphError.Unsupported("Assets are uploaded as multipart/form-data."));
        if (call.Node.Status != "DRAFT")
            throw new GraphException(GraphError.Of(139001, "A published flow cannot be changed."));
        if (form["name"].ToString() != "flow.json" || form["asset_type"].ToString() != "FLOW_JSON")
            throw new GraphException(GraphError.Unsupported("Param name must be flow.json and asset_type FLOW_JSON."));
        if (form.Files.GetFile("file") is not { Length: > 0 and <= 10_000_000 } file)
            throw new GraphException(GraphError.MissingTopLevel("file"));
        using var content = new MemoryStream();
        await file.CopyToAsync(content, call.CancellationToken).ConfigureAwait(false);
        var flow = call.Node;
        flow.Json = Encoding.UTF8.GetString(content.ToArray());
        (flow.Errors, flow.UpdatedAt) = (FlowJson.Check(flow.Json), cloud.Time.GetUtcNow());
        return GraphAnswer.Ok(new JsonObject { ["success"] = true, ["validation_errors"] = flow.Errors.DeepClone() });
    }

    private GraphAnswer Publish(EmulatedFlow flow)
    {
        if (flow.Status != "DRAFT" || flow.Json is null || flow.Errors.Count > 0)
            throw new GraphException(GraphError.Of(139002, "Only a draft with a valid flow JSON can be published."));
        cloud.Work.Run(stopping => flow.MoveAsync("PUBLISHED", stopping));
        return GraphAnswer.Success;
    }

    private GraphAnswer Deprecate(GraphCall<EmulatedFlow> call)
    {
        if (call.Node.Status is not ("PUBLISHED" or "THROTTLED" or "BLOCKED"))
            throw new GraphException(GraphError.Of(139003, "Only a published flow can be deprecated."));
        cloud.Work.Run(stopping => call.Node.MoveAsync("DEPRECATED", stopping));
        return GraphAnswer.Success;
    }

    private static string[]? ReadCategories(Param input)
    {
        if (input.Find("categories") is null)
            return null;
        string[] categories = [.. input.NeedValues("categories", 1, 10).Select(category => category.Value.ToString())];
        return Array.TrueForAll(categories, Categories.Contains) ? categories : throw new GraphException(GraphError.Unsupported($"Param categories may hold {{{string.Join(", ", Categories)}}}."));
    }

    private JsonObject Pick(GraphRequest request, EmulatedFlow flow) =>
        FieldSelection.Pick(request, Describe(flow), "Flow", ["id", "name", "status", "categories", "validation_errors"]);

    private JsonObject Describe(EmulatedFlow flow) => new()
    {
        ["id"] = flow.Id,
        ["name"] = flow.Name,
        ["status"] = flow.Status,
        ["categories"] = new JsonArray([.. flow.Categories.Select(category => JsonValue.Create(category))]),
        ["validation_errors"] = flow.Errors.DeepClone(),
        ["json_version"] = FlowJson.Version(flow.Json),
        ["data_api_version"] = flow.EndpointUri is null ? null : "4.0",
        ["endpoint_uri"] = flow.EndpointUri,
        ["data_channel_uri"] = flow.EndpointUri,
        ["updated_at"] = flow.UpdatedAt.ToString("yyyy-MM-dd'T'HH:mm:ss'+0000'", System.Globalization.CultureInfo.InvariantCulture),
        ["preview"] = new JsonObject
        {
            ["preview_url"] = new Uri(cloud.BaseUrl, $"_emulator/flows/{flow.Id}/preview").AbsoluteUri,
            ["expires_at"] = cloud.Time.GetUtcNow().AddDays(30).ToString("yyyy-MM-dd'T'HH:mm:ss'+0000'", System.Globalization.CultureInfo.InvariantCulture),
        },
        ["whatsapp_business_account"] = new JsonObject { ["id"] = flow.Waba.Id, ["name"] = flow.Waba.Name },
        ["health_status"] = new JsonObject
        {
            ["can_send_message"] = flow.Status is "PUBLISHED" or "DRAFT" ? "AVAILABLE" : "BLOCKED",
            ["entities"] = new JsonArray(new JsonObject { ["entity_type"] = "FLOW", ["id"] = flow.Id, ["can_send_message"] = flow.Status is "PUBLISHED" or "DRAFT" ? "AVAILABLE" : "BLOCKED" }),
        },
    };
}
