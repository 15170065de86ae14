using System.Runtime.CompilerServices;
using System.Text.Json;

namespace WhatsApp.Client;

public sealed partial class WhatsAppSender
{
    /// <summary>
    /// Lists the templates of an account, page by page as they are read.
    /// See <see href="https://developers.facebook.com/docs/graph-api/reference/whats-app-business-account/message_templates">message templates</see>.
    /// </summary>
    /// <param name="waba">The account; the token must reach it.</param>
    /// <param name="query">Which; null for all.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async IAsyncEnumerable<MessageTemplate> GetTemplatesAsync(
        WabaId waba, TemplateQuery? query = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var path = $"{Segment(waba)}/message_templates?{(query ?? new TemplateQuery()).Text}";
        await foreach (var node in PagesAsync("templates.list", path, cancellationToken).ConfigureAwait(false))
        {
            if (MessageTemplate.Read(node) is { } template)
                yield return template;
        }
    }

    /// <summary>Reads one template.</summary>
    /// <param name="template">Its id.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<MessageTemplate> GetTemplateAsync(TemplateId template, CancellationToken cancellationToken = default) => ReadAsync(
        GraphCall.Get("templates.get", $"{Segment(template)}?fields={MessageTemplate.Fields}"),
        static answer => MessageTemplate.Read(answer) ?? throw Without("a template", "its id"),
        cancellationToken);

    /// <summary>Counts the templates of an account.</summary>
    /// <param name="waba">The account.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<TemplateCounts> CountTemplatesAsync(WabaId waba, CancellationToken cancellationToken = default) => ReadAsync(
        GraphCall.Get("templates.count", $"{Segment(waba)}/message_templates?summary=total_count,message_template_count,message_template_limit&limit=1"),
        static answer => new TemplateCounts(
            answer.Member("summary").Number("message_template_count") ?? answer.Member("summary").Number("total_count"),
            answer.Member("summary").Number("message_template_limit")),
        cancellationToken);

    /// <summary>
    /// Creates a template. Every documented limit is checked before the call.
    /// See <see href="https://developers.facebook.com/docs/graph-api/reference/whats-app-business-account/message_templates">message templates</see>.
    /// </summary>
    /// <param name="waba">The account that owns it.</param>
    /// <param name="definition">The template.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="InvalidMessageException">The template breaks a limit; nothing was sent.</exception>
    public Task<TemplateCreated> CreateTemplateAsync(WabaId waba, TemplateDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        definition.ThrowIfInvalid();
        return ReadAsync(
            GraphCall.PostOnce("templates.create", $"{Segment(waba)}/message_templates", GraphBody.Of(definition.Write)), Created, cancellationToken);
    }

    /// <summary>
    /// Creates or changes an authentication template in several languages at once; the platform writes its text and buttons in each.
    /// See <see href="https://developers.facebook.com/docs/whatsapp/business-management-api/authentication-templates#bulk-management">bulk management</see>.
    /// </summary>
    /// <param name="waba">The account that owns it.</param>
    /// <param name="name">The template's name.</param>
    /// <param name="languages">The languages; at least one.</param>
    /// <param name="content">What it is made of; its labels are left out, as the platform wants.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="InvalidMessageException">The template breaks a limit; nothing was sent.</exception>
    public Task<IReadOnlyList<TemplateCreated>> UpsertAuthenticationTemplatesAsync(
        WabaId waba, string name, IReadOnlyList<string> languages, TemplateOneTimePassword content, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(languages);
        ArgumentNullException.ThrowIfNull(content);
        if (languages.Count == 0)
            throw new ArgumentException("At least one language is needed.", nameof(languages));
        foreach (var language in languages)
            new TemplateDefinition(name, language, TemplateCategory.Authentication) { OneTimePassword = content }.ThrowIfInvalid();
        var body = GraphBody.Of(json =>
        {
            json.WriteText("name"u8, name);
            json.WriteTexts("languages"u8, languages);
            json.WriteString("category"u8, "AUTHENTICATION"u8);
            json.WriteStartArray("components"u8);
            content.Write(json, withText: false);
            json.WriteEndArray();
        });
        return ReadAsync<IReadOnlyList<TemplateCreated>>(
            GraphCall.Post("templates.upsert", $"{Segment(waba)}/upsert_message_templates", body),
            static answer => [.. answer.Items("data").Select(Created)],
            cancellationToken);
    }

    /// <summary>
    /// Changes a template's content, its category or its time to live. An approved one may be edited once in 24 hours and ten times in 30 days, and is then looked at
    /// again; name and language stay.
    /// </summary>
    /// <param name="template">The template.</param>
    /// <param name="definition">What it shall be.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="InvalidMessageException">The template breaks a limit; nothing was sent.</exception>
    public Task EditTemplateAsync(TemplateId template, TemplateDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        definition.ThrowIfInvalid();
        var body = GraphBody.Of(json =>
        {
            json.WriteText("category"u8, definition.Category.Value);
            if (definition.MessageSendTtl is { } ttl)
                json.WriteNumber("message_send_ttl_seconds"u8, (long)ttl.TotalSeconds);
            definition.WriteComponents(json);
        });
        return DoAsync(GraphCall.Post("templates.edit", Segment(template), body), cancellationToken);
    }

    /// <summary>Deletes a template in all its languages. The name of an approved one cannot be used again for 30 days.</summary>
    /// <param name="waba">The account that owns it.</param>
    /// <param name="name">The name.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task DeleteTemplateAsync(WabaId waba, string name, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return DoAsync(GraphCall.Delete("templates.delete", $"{Segment(waba)}/message_templates?name={Uri.EscapeDataString(name)}"), cancellationToken);
    }

    /// <summary>Deletes a template in one language.</summary>
    /// <param name="waba">The account that owns it.</param>
    /// <param name="name">The name.</param>
    /// <param name="template">The id of that language.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task DeleteTemplateAsync(WabaId waba, string name, TemplateId template, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var path = $"{Segment(waba)}/message_templates?name={Uri.EscapeDataString(name)}&hsm_id={Segment(template)}";
        return DoAsync(GraphCall.Delete("templates.delete", path), cancellationToken);
    }

    /// <summary>Deletes up to 100 templates by their ids.</summary>
    /// <param name="waba">The account that owns them.</param>
    /// <param name="templates">1 to 100.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="ArgumentOutOfRangeException">None, or more than 100.</exception>
    public Task DeleteTemplatesAsync(WabaId waba, IReadOnlyList<TemplateId> templates, CancellationToken cancellationToken = default)
    {
        var ids = Uri.EscapeDataString($"[{string.Join(',', Checked(templates, 100).Select(static one => Segment(one)))}]");
        return DoAsync(GraphCall.Delete("templates.delete", $"{Segment(waba)}/message_templates?hsm_ids={ids}"), cancellationToken);
    }

    /// <summary>Lets a template that was paused go on, at least five minutes after the pause; only one paused for pacing.</summary>
    /// <param name="template">The template.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task UnpauseTemplateAsync(TemplateId template, CancellationToken cancellationToken = default) =>
        DoAsync(GraphCall.Post("templates.unpause", $"{Segment(template)}/unpause", "{}"u8.ToArray()), cancellationToken);

    /// <summary>Compares how templates do, as the platform's metrics in JSON: block rate, sends and the top reason to block.</summary>
    /// <param name="template">The template.</param>
    /// <param name="others">What to compare it with.</param>
    /// <param name="from">The first moment.</param>
    /// <param name="to">The last moment.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<RawAnswer> CompareTemplatesAsync(
        TemplateId template, IReadOnlyList<TemplateId> others, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken = default)
    {
        var ids = Uri.EscapeDataString($"[{string.Join(',', Checked(others, 100).Select(static one => Segment(one)))}]");
        var path = $"{Segment(template)}/compare?template_ids={ids}&start={from.ToUnixTimeSeconds()}&end={to.ToUnixTimeSeconds()}";
        return _connection.CallAsync(Account, GraphCall.Get("templates.compare", path), RawParser, cancellationToken);
    }

    /// <summary>Copies templates from another account, as far as they are good enough and fit; what became of each is in the answer.</summary>
    /// <param name="waba">The account to copy into.</param>
    /// <param name="source">The account to copy from.</param>
    /// <param name="page">Which page of templates, from zero; the platform copies them in portions.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<RawAnswer> MigrateTemplatesAsync(WabaId waba, WabaId source, int page = 0, CancellationToken cancellationToken = default)
    {
        var body = GraphBody.Of(json =>
        {
            json.WriteText("source_waba_id"u8, source.Value);
            json.WriteNumber("page_number"u8, page);
        });
        return _connection.CallAsync(
            Account, GraphCall.Post("templates.migrate", $"{Segment(waba)}/migrate_message_templates", body), RawParser, cancellationToken);
    }

    /// <summary>Puts templates away, so that they do not count and are not offered; they can be taken out again.</summary>
    /// <param name="waba">The account that owns them.</param>
    /// <param name="templates">1 to 100.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="ArgumentOutOfRangeException">None, or more than 100.</exception>
    public Task<TemplateArchiving> ArchiveTemplatesAsync(WabaId waba, IReadOnlyList<TemplateId> templates, CancellationToken cancellationToken = default) =>
        ArchivingAsync("archive", "archived_templates", waba, templates, cancellationToken);

    /// <summary>Takes archived templates out again.</summary>
    /// <param name="waba">The account that owns them.</param>
    /// <param name="templates">1 to 100.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="ArgumentOutOfRangeException">None, or more than 100.</exception>
    public Task<TemplateArchiving> UnarchiveTemplatesAsync(WabaId waba, IReadOnlyList<TemplateId> templates, CancellationToken cancellationToken = default) =>
        ArchivingAsync("unarchive", "unarchived_templates", waba, templates, cancellationToken);

    private Task<TemplateArchiving> ArchivingAsync(
        string verb, string member, WabaId waba, IReadOnlyList<TemplateId> templates, CancellationToken cancellationToken)
    {
        var body = GraphBody.Of(json => json.WriteTexts("template_ids"u8, [.. Checked(templates, 100).Select(static one => one.Value)]));
        var call = GraphCall.Post($"templates.{verb}", $"{Segment(waba)}/message_templates/{verb}", body) with { OnSecondHost = true };
        return ReadAsync(call, answer => new TemplateArchiving(Ids(answer, member), Ids(answer, "failed_templates")), cancellationToken);
    }

    /// <summary>Ids as texts, or as objects with an id, or as an object whose names are ids.</summary>
    private static IReadOnlyList<TemplateId> Ids(JsonElement answer, string member) => answer.Member(member) is { ValueKind: JsonValueKind.Object } named
        ? [.. named.EnumerateObject().Select(static one => new TemplateId(one.Name))]
        : [.. answer.Items(member).Select(static one => one.AsText() ?? one.Text("id") ?? one.GetRawText()).Select(static id => new TemplateId(id))];

    private static TemplateCreated Created(JsonElement answer) => new(
        new TemplateId(answer.Text("id") ?? throw Without("the creation of a template", "its id")),
        new TemplateStatus(answer.Text("status") ?? ""),
        new TemplateCategory(answer.Text("category") ?? ""));

    private static IReadOnlyList<T> Checked<T>(IReadOnlyList<T> items, int most)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentOutOfRangeException.ThrowIfZero(items.Count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(items.Count, most);
        return items;
    }

    private static string Segment(TemplateId template) => string.IsNullOrWhiteSpace(template.Value)
        ? throw new ArgumentException("A template id is needed.", nameof(template))
        : GraphCall.Segment(template.Value);
}
