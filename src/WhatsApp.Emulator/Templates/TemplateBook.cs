namespace WhatsApp.Emulator;

/// <summary>The templates of one account.</summary>
internal sealed class TemplateBook
{
    private static readonly TimeSpan NameBlocked = TimeSpan.FromDays(30);

    private readonly EmulatedCloud _cloud;
    private readonly EmulatedWaba _waba;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, DateTimeOffset> _deletedNames = new(StringComparer.Ordinal);
    private volatile EmulatedTemplate[] _all = [];

    public TemplateBook(EmulatedCloud cloud, EmulatedWaba waba)
    {
        (_cloud, _waba) = (cloud, waba);

        // Every new account has it.
        var hello = new TemplateDraft("hello_world", "en_US", "UTILITY", false,
        [
            new System.Text.Json.Nodes.JsonObject { ["type"] = "HEADER", ["format"] = "TEXT", ["text"] = "Hello World" },
            new System.Text.Json.Nodes.JsonObject { ["type"] = "BODY", ["text"] = "Welcome and congratulations!! This message demonstrates your ability to send a WhatsApp message notification." },
            new System.Text.Json.Nodes.JsonObject { ["type"] = "FOOTER", ["text"] = "WhatsApp Business Platform sample message" },
        ], null);
        Add(hello).Status = "APPROVED";
    }

    public IReadOnlyList<EmulatedTemplate> All => _all;

    public EmulatedTemplate? Find(string name, string language) =>
        Array.Find(_all, template => template.Name == name && template.Language == language);

    public bool HasName(string name) => Array.Exists(_all, template => template.Name == name);

    public bool IsNameBlocked(string name)
    {
        lock (_lock)
            return _deletedNames.TryGetValue(name, out var at) && _cloud.Time.GetUtcNow() - at < NameBlocked;
    }

    public EmulatedTemplate Add(TemplateDraft draft)
    {
        lock (_lock)
        {
            var template = new EmulatedTemplate(_cloud, _waba, MessageIds.NewObject(), draft);
            _all = [.. _all, template];
            _cloud.Nodes[template.Id] = template;
            return template;
        }
    }

    public void Remove(EmulatedTemplate template)
    {
        lock (_lock)
        {
            _all = [.. _all.Where(other => other != template)];
            if (template.Status == "APPROVED" && !Array.Exists(_all, other => other.Name == template.Name))
                _deletedNames[template.Name] = _cloud.Time.GetUtcNow();
            template.Status = "DELETED";
        }

        _cloud.Nodes.TryRemove(template.Id, out _);
    }
}
