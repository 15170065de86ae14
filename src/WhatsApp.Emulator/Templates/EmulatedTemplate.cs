using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <summary>A message template of an account. Each change of its standing goes out as a webhook.</summary>
public sealed class EmulatedTemplate
{
    private readonly EmulatedCloud _cloud;

    internal EmulatedTemplate(EmulatedCloud cloud, EmulatedWaba waba, string id, TemplateDraft draft)
    {
        _cloud = cloud;
        Waba = waba;
        Id = id;
        Name = draft.Name;
        Language = draft.Language;
        Take(draft);
    }

    /// <summary>The id, digits.</summary>
    public string Id { get; }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The language, for example <c>de</c> or <c>en_US</c>.</summary>
    public string Language { get; }

    /// <summary><c>MARKETING</c>, <c>UTILITY</c> or <c>AUTHENTICATION</c>.</summary>
    public string Category { get; private set; } = "UTILITY";

    /// <summary><c>PENDING</c>, <c>APPROVED</c>, <c>REJECTED</c>, <c>PAUSED</c>, <c>DISABLED</c>, <c>ARCHIVED</c> and so on.</summary>
    public string Status { get; internal set; } = "PENDING";

    /// <summary>Why it was rejected, or null.</summary>
    public string? RejectedReason { get; private set; }

    internal EmulatedWaba Waba { get; }
    internal bool IsNamed { get; private set; }
    internal JsonArray Components { get; private set; } = [];
    internal TemplateShape Shape { get; private set; } = TemplateShape.Empty;
    internal int? SendTtlSeconds { get; private set; }
    internal string QualityScore { get; private set; } = "UNKNOWN";
    internal string? PreviousCategory { get; private set; }
    internal List<DateTimeOffset> Edits { get; } = [];
    internal DateTimeOffset? PausedAt { get; private set; }

    /// <summary>Approves it, or reinstates a paused one.</summary>
    public Task ApproveAsync(CancellationToken cancellationToken = default)
    {
        var isBack = Status is "PAUSED" or "DISABLED";
        (RejectedReason, PausedAt) = (null, null);
        return MoveAsync("APPROVED", isBack ? "REINSTATED" : "APPROVED", "NONE", cancellationToken);
    }

    /// <summary>Rejects it.</summary>
    /// <param name="reason">For example <c>INVALID_FORMAT</c>, <c>PROMOTIONAL</c>, <c>TAG_CONTENT_MISMATCH</c>.</param>
    /// <param name="cancellationToken">Stops waiting for the webhook.</param>
    public Task RejectAsync(string reason = "INVALID_FORMAT", CancellationToken cancellationToken = default)
    {
        RejectedReason = reason;
        return MoveAsync("REJECTED", "REJECTED", reason, cancellationToken);
    }

    /// <summary>Pauses it for low quality; sends are refused with 132015.</summary>
    public Task PauseAsync(CancellationToken cancellationToken = default)
    {
        PausedAt = _cloud.Time.GetUtcNow();
        return MoveAsync("PAUSED", "PAUSED", "NONE", cancellationToken, value => value["other_info"] = new JsonObject
        {
            ["title"] = "FIRST_PAUSE", ["description"] = "Your template has been paused for 3 hours because of its quality.",
        });
    }

    /// <summary>Disables it for low quality; sends are refused with 132016.</summary>
    public Task DisableAsync(CancellationToken cancellationToken = default) =>
        MoveAsync("DISABLED", "DISABLED", "NONE", cancellationToken, value => value["disable_info"] = new JsonObject { ["disable_date"] = _cloud.Time.GetUtcNow().ToUnixTimeSeconds() });

    /// <summary>Changes its quality.</summary>
    /// <param name="score"><c>GREEN</c>, <c>YELLOW</c>, <c>RED</c> or <c>UNKNOWN</c>.</param>
    /// <param name="cancellationToken">Stops waiting for the webhook.</param>
    public Task ChangeQualityAsync(string score, CancellationToken cancellationToken = default)
    {
        var value = new JsonObject { ["previous_quality_score"] = QualityScore, ["new_quality_score"] = score };
        QualityScore = score;
        return RaiseAsync("message_template_quality_update", AddIds(value), cancellationToken);
    }

    /// <summary>Moves it to another category, as the platform does on its own.</summary>
    /// <param name="category">The new category.</param>
    /// <param name="cancellationToken">Stops waiting for the webhook.</param>
    public Task RecategorizeAsync(string category, CancellationToken cancellationToken = default)
    {
        (PreviousCategory, Category) = (Category, category);
        return RaiseAsync("template_category_update", AddIds(new JsonObject { ["previous_category"] = PreviousCategory, ["new_category"] = category }), cancellationToken);
    }

    /// <inheritdoc/>
    public override string ToString() => $"EmulatedTemplate {Id} {Status}";

    internal void Take(TemplateDraft draft)
    {
        (Category, IsNamed, Components, SendTtlSeconds) = (draft.Category, draft.IsNamed, draft.Components, draft.SendTtlSeconds);
        Shape = TemplateShape.Of(draft);
    }

    internal Task MoveAsync(string status, string happening, string reason, CancellationToken cancellationToken, Action<JsonObject>? add = null)
    {
        Status = status;
        var value = AddIds(new JsonObject { ["event"] = happening });
        value["reason"] = reason;
        value["message_template_category"] = Category;
        if (status == "REJECTED")
            value["rejection_info"] = new JsonObject { ["reason"] = "The template was rejected in review.", ["recommendation"] = "Change it and submit it again." };
        add?.Invoke(value);
        return RaiseAsync("message_template_status_update", value, cancellationToken);
    }

    internal Task RaiseComponentsAsync(CancellationToken cancellationToken)
    {
        var value = AddIds([]);
        value["message_template_element"] = Shape.Body?.Text ?? "";
        if (Shape.HeaderText is { } header)
            value["message_template_title"] = header.Text;
        if (Shape.Footer is { } footer)
            value["message_template_footer"] = footer;
        if (Shape.Buttons.Count > 0)
        {
            value["message_template_buttons"] = new JsonArray([.. Shape.Buttons.Select(button => new JsonObject
            {
                ["message_template_button_type"] = button.Type, ["message_template_button_text"] = button.Text,
            })]);
        }

        return RaiseAsync("message_template_components_update", value, cancellationToken);
    }

    private JsonObject AddIds(JsonObject value)
    {
        // A JSON number here, text in the management API.
        value["message_template_id"] = long.Parse(Id, System.Globalization.CultureInfo.InvariantCulture);
        value["message_template_name"] = Name;
        value["message_template_language"] = Language;
        return value;
    }

    private Task RaiseAsync(string field, JsonObject value, CancellationToken cancellationToken) =>
        _cloud.Sender.RaiseAsync(AccountEvent.Of(Waba, field, value), cancellationToken);
}
