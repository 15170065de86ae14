using System.ComponentModel;
using ShopBot.Shopping.Settings;

namespace ShopBot.Dashboard.Pages;

/// <summary>The owner's settings.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SettingsPageModel
{
    /// <summary>The settings.</summary>
    public required ShopSettings Settings { get; init; }

    /// <summary>What a change is based on.</summary>
    public long Version { get; init; }

    /// <summary>The greeting.</summary>
    public string? Welcome { get; init; }

    /// <summary>Whether they were just saved.</summary>
    public bool Saved { get; init; }

    /// <summary>What is wrong, by field.</summary>
    public IReadOnlyDictionary<string, string> Faults { get; init; } = new Dictionary<string, string>();

    /// <summary>What was entered when something is wrong; null otherwise.</summary>
    public IReadOnlyDictionary<string, string>? Entered { get; init; }

    /// <summary>What stands in a text field: what was entered, else what is stored.</summary>
    public string Text(string field, string stored) => Entered?.GetValueOrDefault(field) ?? stored;
}
