using System.ComponentModel;
using ShopBot.Engine.Stores;

namespace ShopBot.Dashboard.Pages;

/// <summary>What the set-up page shows. Secrets are never among it, only whether they are stored.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SetupPageModel
{
    /// <summary>The name customers see.</summary>
    public required string ShopName { get; init; }

    /// <summary>What to enter in Meta's webhook settings.</summary>
    public required Uri WebhookUrl { get; init; }

    /// <summary>Whether the bot is to answer.</summary>
    public bool Enabled { get; init; }

    /// <summary>Whether nothing was entered before.</summary>
    public bool IsFirst { get; init; }

    /// <summary>The number's Graph id.</summary>
    public string? PhoneNumberId { get; init; }

    /// <summary>WhatsApp Business Account id.</summary>
    public string? BusinessAccountId { get; init; }

    /// <summary>The greeting.</summary>
    public string? WelcomeMessage { get; init; }

    /// <summary>Whether an access token is stored.</summary>
    public bool HasToken { get; init; }

    /// <summary>Whether a verify token is stored.</summary>
    public bool HasVerifyToken { get; init; }

    /// <summary>Whether an app secret is stored.</summary>
    public bool HasAppSecret { get; init; }

    /// <summary>Whether the form was just saved.</summary>
    public bool Saved { get; init; }

    /// <summary>Why it was not saved.</summary>
    public IReadOnlyList<SetupFault> Faults { get; init; } = [];

    /// <summary>What was saved but does not work yet.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>What the Cloud API says about what was saved; null when it was not asked.</summary>
    public ConnectionReport? Report { get; init; }

    /// <summary>What is wrong with one field; with an empty name, with the form as a whole.</summary>
    public IEnumerable<string> FaultsOf(string field) =>
        Faults.Where(fault => SetupForm.FieldOf(fault) == field).Select(fault => fault.Message)
            .Concat(field.Length == 0 ? [] : (Report?.Lines ?? []).Where(line => line.Field == field).Select(line => $"{line.Message} {line.Advice}"));
}
