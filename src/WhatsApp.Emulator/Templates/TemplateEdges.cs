using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <summary>Creating, reviewing, listing, changing and deleting templates.</summary>
internal sealed class TemplateEdges(EmulatedCloud cloud)
{
    private const int MostTemplates = 6_000;
    private readonly TemplateChecks _checks = new(cloud);

    public void Map(GraphRoutes routes)
    {
        routes.Wabas.Add("GET", "message_templates", Permission.Management, List);
        routes.Wabas.Add("POST", "message_templates", Permission.Management, Create);
        routes.Wabas.Add("DELETE", "message_templates", Permission.Management, Delete);
        routes.Wabas.Add("POST", "upsert_message_templates", Permission.Management, Upsert);
        routes.Wabas.Add("POST", "migrate_message_templates", Permission.Management, Migrate);
        routes.Wabas.Add("POST", "message_templates/archive", Permission.Management, call => Archive(call, isArchived: true));
        routes.Wabas.Add("POST", "message_templates/unarchive", Permission.Management, call => Archive(call, isArchived: false));
        routes.Templates.Add("GET", "", Permission.Management, call => GraphAnswer.Ok(TemplateNode.Of(call.Request, call.Node)));
        routes.Templates.Add("POST", "", Permission.Management, Edit);
        routes.Templates.Add("DELETE", "", Permission.Management, call => Remove([call.Node]));
        routes.Templates.Add("GET", "compare", Permission.Management, Compare);
        routes.Templates.Add("POST", "unpause", Permission.Management, Unpause);
    }

    private GraphAnswer List(GraphCall<EmulatedWaba> call)
    {
        var request = call.Request;
        var found = call.Node.Templates.All.Where(template =>
            (request.Query("name") is not { } name || template.Name.Contains(name, StringComparison.Ordinal))
            && (request.Query("status") is not { } status || template.Status == status)
            && (request.Query("category") is not { } category || template.Category == category)
            && (request.Query("language") is not { } language || template.Language == language)
            && (request.Query("quality_score") is not { } score || template.QualityScore == score)).Reverse().ToArray();
        var page = GraphPage.Body(request, cloud, found, template => TemplateNode.Of(request, template));
        if (request.Query("summary") is not null)
        {
            page["summary"] = new JsonObject
            {
                ["total_count"] = found.Length, ["message_template_count"] = call.Node.Templates.All.Count, ["message_template_limit"] = MostTemplates,
            };
        }

        return GraphAnswer.Ok(page);
    }

    private GraphAnswer Create(GraphCall<EmulatedWaba> call)
    {
        var draft = _checks.ReadNew(call.Input);
        var book = call.Node.Templates;
        if (book.Find(draft.Name, draft.Language) is not null)
            throw TemplateFaults.Exists();
        if (book.IsNameBlocked(draft.Name))
            throw TemplateFaults.NameBlocked();
        if (book.All.Count >= MostTemplates)
            throw TemplateFaults.TooMany(MostTemplates);
        return Created(Submit(call.Node, draft));
    }

    private GraphAnswer Edit(GraphCall<EmulatedTemplate> call)
    {
        var template = call.Node;
        if (template.Status is not ("APPROVED" or "REJECTED" or "PAUSED"))
            throw TemplateFaults.NotEditable($"A template that is {template.Status} cannot be edited.");
        var now = cloud.Time.GetUtcNow();
        if (template.Status == "APPROVED")
        {
            if (template.Edits.Any(at => now - at < TimeSpan.FromHours(24)) || template.Edits.Count(at => now - at < TimeSpan.FromDays(30)) >= 10)
                throw TemplateFaults.NotEditable("An approved template can be edited once in 24 hours and 10 times in 30 days.");
            if (call.Input.FindText("category", 100) is { } category && category != template.Category)
                throw TemplateFaults.NotEditable("The category of an approved template cannot be changed.");
        }

        var draft = _checks.ReadEdit(call.Input, template);
        template.Edits.Add(now);
        template.Take(draft);
        template.Status = "PENDING";
        cloud.Work.Run(template.RaiseComponentsAsync);
        Review(template);
        return GraphAnswer.Ok(new JsonObject { ["success"] = true, ["id"] = template.Id, ["name"] = template.Name, ["category"] = template.Category });
    }

    private GraphAnswer Delete(GraphCall<EmulatedWaba> call)
    {
        var (input, all) = (call.Input, call.Node.Templates.All);
        if (input.Find("hsm_ids") is not null)
        {
            var ids = input.NeedValues("hsm_ids", 1, 100).Select(id => id.Value.ToString()).ToArray();
            return Remove([.. ids.Select(id => all.FirstOrDefault(template => template.Id == id) ?? throw TemplateFaults.Invalid($"Param hsm_ids names {id}, which is no template of the account."))]);
        }

        var name = input.NeedText("name", 512);
        var found = all.Where(template => template.Name == name && (input.FindText("hsm_id", 100) is not { } id || template.Id == id)).ToArray();
        if (found.Length == 0)
            throw new GraphException(new GraphError(100, 400, "Invalid parameter", "Message template was not found.") { Subcode = 2593002, IsWhatsApp = false });
        return Remove(found);
    }

    private GraphAnswer Remove(EmulatedTemplate[] templates)
    {
        foreach (var template in templates)
        {
            template.Waba.Templates.Remove(template);
            cloud.Work.Run(stopping => template.MoveAsync("DELETED", "DELETED", "NONE", stopping));
        }

        return GraphAnswer.Success;
    }

    private GraphAnswer Upsert(GraphCall<EmulatedWaba> call)
    {
        var name = call.Input.NeedText("name", 512);
        if (call.Input.NeedWord("category", "AUTHENTICATION") is not { } category)
            throw TemplateFaults.Invalid("Only authentication templates can be written this way.");
        var data = new JsonArray();
        foreach (var language in call.Input.FindTexts("languages", 100, 20))
        {
            var draft = _checks.Read(call.Input, name, language, category, null);
            var known = call.Node.Templates.Find(name, language);
            known?.Take(draft);
            var template = known ?? Submit(call.Node, draft);
            data.Add(new JsonObject { ["id"] = template.Id, ["status"] = template.Status, ["language"] = language });
        }

        return data.Count > 0 ? GraphAnswer.Ok(new JsonObject { ["data"] = data }) : throw new GraphException(GraphError.MissingTopLevel("languages"));
    }

    private GraphAnswer Migrate(GraphCall<EmulatedWaba> call)
    {
        var source = cloud.Waba(call.Input.NeedText("source_waba_id", 100)) is { } waba && call.Access.Reaches(waba)
            ? waba
            : throw TemplateFaults.Invalid("Param source_waba_id is no account of this token.");
        var (migrated, failed) = (new JsonArray(), new JsonObject());
        foreach (var template in source.Templates.All.Where(template => template.Status == "APPROVED"))
        {
            if (call.Node.Templates.Find(template.Name, template.Language) is not null)
            {
                failed[template.Id] = "The account has a template with this name and language.";
                continue;
            }

            var copy = call.Node.Templates.Add(new TemplateDraft(template.Name, template.Language, template.Category, template.IsNamed, (JsonArray)template.Components.DeepClone(), template.SendTtlSeconds));
            copy.Status = "APPROVED";
            migrated.Add(template.Id);
        }

        return GraphAnswer.Ok(new JsonObject { ["migrated_templates"] = migrated, ["failed_templates"] = failed });
    }

    private GraphAnswer Archive(GraphCall<EmulatedWaba> call, bool isArchived)
    {
        var (done, failed) = (new JsonArray(), new JsonObject());
        foreach (var id in call.Input.NeedValues("template_ids", 1, 100).Select(id => id.Value.ToString()))
        {
            if (call.Node.Templates.All.FirstOrDefault(template => template.Id == id && (template.Status == "ARCHIVED") != isArchived) is not { } template)
            {
                failed[id] = "The template is unknown or in this state already.";
                continue;
            }

            done.Add(id);
            cloud.Work.Run(stopping => template.MoveAsync(isArchived ? "ARCHIVED" : "APPROVED", isArchived ? "ARCHIVED" : "UNARCHIVED", "NONE", stopping));
        }

        return GraphAnswer.Ok(new JsonObject { [isArchived ? "archived_templates" : "unarchived_templates"] = done, ["failed_templates"] = failed });
    }

    private static GraphAnswer Compare(GraphCall<EmulatedTemplate> call)
    {
        var ids = call.Input.NeedValues("template_ids", 1, 1).Select(id => id.Value.ToString()).ToArray();
        if (call.Node.Waba.Templates.All.All(template => template.Id != ids[0]))
            throw TemplateFaults.Invalid("Param template_ids names no template of the account.");
        return GraphAnswer.Ok(new JsonObject
        {
            ["data"] = new JsonArray(
                new JsonObject { ["metric"] = "BLOCK_RATE", ["type"] = "RELATIVE", ["order_by_relative_metric"] = new JsonArray(call.Node.Id, ids[0]) },
                new JsonObject { ["metric"] = "MESSAGE_SENDS", ["type"] = "NUMBER_VALUES", ["number_values"] = new JsonArray(new JsonObject { ["key"] = call.Node.Id, ["value"] = 0 }) }),
        });
    }

    private GraphAnswer Unpause(GraphCall<EmulatedTemplate> call)
    {
        var template = call.Node;
        if (template.Status != "PAUSED" || template.PausedAt is not { } at || cloud.Time.GetUtcNow() - at < TimeSpan.FromMinutes(5))
            throw TemplateFaults.NotEditable("Only a paused template can be unpaused, five minutes after it was paused at the earliest.");
        cloud.Work.Run(template.ApproveAsync);
        return GraphAnswer.Success;
    }

    private static GraphAnswer Created(EmulatedTemplate template) =>
        GraphAnswer.Ok(new JsonObject { ["id"] = template.Id, ["status"] = template.Status, ["category"] = template.Category });

    private EmulatedTemplate Submit(EmulatedWaba waba, TemplateDraft draft)
    {
        var template = waba.Templates.Add(draft);
        Review(template);
        return template;
    }

    private void Review(EmulatedTemplate template)
    {
        if (!cloud.Options.ReviewsAutomatically)
            return;
        cloud.Work.Run(async stopping =>
        {
            if (cloud.Options.ReviewDelay > TimeSpan.Zero)
                await Task.Delay(cloud.Options.ReviewDelay, cloud.Time, stopping).ConfigureAwait(false);
            if (template.Status == "PENDING")
                await template.ApproveAsync(stopping).ConfigureAwait(false);
        });
    }
}
