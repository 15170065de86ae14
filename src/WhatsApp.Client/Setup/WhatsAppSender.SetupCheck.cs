namespace WhatsApp.Client;

public sealed partial class WhatsAppSender
{
    private static readonly TimeSpan LongestCheck = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Reads the number, its token, its account, the subscriptions and the health at once, and says in plain words what is wrong and what to do.
    /// A read that fails is a finding, never an exception.
    /// </summary>
    /// <param name="request">What to compare with; null checks the number and its token only.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    /// <exception cref="ArgumentException">The request has an empty account id, or a time out of range.</exception>
    public async Task<SetupReport> CheckSetupAsync(SetupCheckRequest? request = null, CancellationToken cancellationToken = default)
    {
        request ??= new SetupCheckRequest();
        if (request.Waba is { } waba)
            _ = Segment(waba);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.ExpiryWarning, TimeSpan.Zero, nameof(request));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(request.Deadline, TimeSpan.Zero, nameof(request));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.Deadline, LongestCheck, nameof(request));

        using var deadline = new CancellationTokenSource(request.Deadline, _connection.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        var reads = await SetupReads.RunAsync(this, request, either.Token, cancellationToken).ConfigureAwait(false);

        var findings = new SetupFindings();
        TokenRules.Apply(reads.Token, request, _connection.Time.GetUtcNow(), findings);
        NumberRules.Apply(reads, Account.PhoneNumberId, request, findings);
        HealthRules.Apply(reads.Health, findings);
        AppRules.Apply(reads, request, findings);
        return new SetupReport
        {
            Findings = findings.WorstFirst(),
            PhoneNumber = reads.Number.Value,
            Token = reads.Token.Value,
            Health = reads.Health.Value,
            WabaNumbers = reads.WabaNumbers.Value,
            SubscribedApps = reads.SubscribedApps.Value,
            AppWebhooks = reads.AppWebhooks.Value,
        };
    }
}
