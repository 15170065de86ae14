using System.ComponentModel;
using Microsoft.Extensions.Options;
using ShopBot.Engine.Stores;
using WhatsApp.Client;

namespace ShopBot.Dashboard;

/// <summary>Asks the Cloud API how a store's number, token, account and webhooks stand, and says it in plain words.</summary>
internal sealed class ConnectionCheck(WhatsAppClient client, IOptions<DashboardOptions> options)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(8);

    /// <summary>What shows that a field was entered wrongly, and which.</summary>
    private static readonly Dictionary<SetupFindingCode, string> Wrong = new()
    {
        [SetupFindingCode.TokenInvalid] = SetupForm.Token,
        [SetupFindingCode.TokenExpired] = SetupForm.Token,
        [SetupFindingCode.PermissionMissing] = SetupForm.Token,
        [SetupFindingCode.WabaNotGranted] = SetupForm.BusinessAccountId,
        [SetupFindingCode.WabaUnreachable] = SetupForm.BusinessAccountId,
        [SetupFindingCode.NumberNotInWaba] = SetupForm.BusinessAccountId,
        [SetupFindingCode.WrongApp] = SetupForm.AppSecret,
        [SetupFindingCode.AppSecretWrong] = SetupForm.AppSecret,
    };

    /// <returns>Null when the store has no credentials to check.</returns>
    public async Task<ConnectionReport?> RunAsync(Store store, CancellationToken cancellationToken)
    {
        if (store is not { PhoneNumberId: { } number, WhatsApp: { } credentials })
            return null;
        var sender = client.For(new WhatsAppAccount(new PhoneNumberId(number), credentials.AccessToken));
        WabaId? waba = store.WabaId is { } account ? new WabaId(account) : null;
        var report = await sender.CheckSetupAsync(new SetupCheckRequest { Waba = waba, Deadline = Deadline }, cancellationToken).ConfigureAwait(false);
        // The token says which app it is of; with the owner's secret of that app its webhook settings can be read, and a wrong secret is found.
        if (report.Token is { IsValid: true, AppId: { Length: > 0 } app } && !app.AsSpan().ContainsAnyExceptInRange('0', '9') && credentials.AppSecret is { Length: > 0 } secret)
        {
            report = await sender.CheckSetupAsync(
                new SetupCheckRequest { Waba = waba, App = new MetaApp(app, secret), CallbackUrl = new Uri(options.Value.PublicUrl!, options.Value.WhatsAppWebhookPath), Deadline = Deadline },
                cancellationToken).ConfigureAwait(false);
        }

        return new ConnectionReport
        {
            DisplayPhoneNumber = report.PhoneNumber?.DisplayPhoneNumber,
            VerifiedName = report.PhoneNumber?.VerifiedName,
            IsReady = report.IsReady,
            Lines = [.. report.Findings.Select(Line)],
            Good = [.. GoodNews(report, waba is not null)],
        };
    }

    private static ConnectionLine Line(SetupFinding finding) => new(
        finding.Severity switch { SetupSeverity.Error => "bad", SetupSeverity.Warning => "warn", _ => "info" },
        finding.Message,
        finding.Severity == SetupSeverity.Info ? "" : finding.Advice,
        finding.Severity == SetupSeverity.Error ? Wrong.GetValueOrDefault(finding.Code) : null);

    private static IEnumerable<string> GoodNews(SetupReport report, bool hasAccount)
    {
        bool Clean(params SetupFindingCode[] codes) => !codes.Any(report.Has);
        if (report.Token is { IsValid: true } && Clean(SetupFindingCode.TokenInvalid, SetupFindingCode.TokenExpired, SetupFindingCode.TokenExpiresSoon))
            yield return "The access token works.";
        if (report.Token is not null && Clean(SetupFindingCode.PermissionMissing, SetupFindingCode.TokenNotInspected))
            yield return "It has the permissions to send messages and to manage the account.";
        if (report.PhoneNumber is { DisplayPhoneNumber: { } number })
            yield return $"The number {number} can be read with it.";
        if (hasAccount && report.WabaNumbers is not null && Clean(SetupFindingCode.NumberNotInWaba, SetupFindingCode.WabaUnreachable))
            yield return "The number belongs to the WhatsApp Business Account.";
        if (report.SubscribedApps is { Count: > 0 } && Clean(SetupFindingCode.AppNotSubscribed))
            yield return "The app hears of the account's messages.";
        if (report.AppWebhooks is { Count: > 0 } && Clean(SetupFindingCode.CallbackMissing, SetupFindingCode.CallbackElsewhere, SetupFindingCode.MessagesNotSubscribed))
            yield return "Meta sends webhooks to this address.";
    }
}

/// <summary>How a store's connection to WhatsApp stands.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ConnectionReport
{
    /// <summary>The number as people write it.</summary>
    public string? DisplayPhoneNumber { get; init; }

    /// <summary>The name customers see.</summary>
    public string? VerifiedName { get; init; }

    /// <summary>Whether nothing is in the way.</summary>
    public bool IsReady { get; init; }

    /// <summary>What to look at, worst first.</summary>
    public IReadOnlyList<ConnectionLine> Lines { get; init; } = [];

    /// <summary>What is right.</summary>
    public IReadOnlyList<string> Good { get; init; } = [];
}

/// <summary>One thing that was found.</summary>
/// <param name="Tone"><c>bad</c>, <c>warn</c> or <c>info</c>.</param>
/// <param name="Message">What it is.</param>
/// <param name="Advice">What to do.</param>
/// <param name="Field">The field of the set-up form that was entered wrongly; null when it is none.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ConnectionLine(string Tone, string Message, string Advice, string? Field);
