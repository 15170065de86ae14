namespace WhatsApp.Client;

public sealed partial record TemplateDefinition
{
    /// <summary>A message of this template. What fills it is checked against the template and against the limits of a message.</summary>
    /// <param name="filling">
    /// The parts to fill, whose name and language do not matter: <c>definition.Fill(new("", "") { Body = ["Mira", "A-9"] })</c>.
    /// </param>
    /// <exception cref="InvalidMessageException">It does not fit; all faults are listed.</exception>
    public TemplateMessage Fill(TemplateMessage filling)
    {
        ArgumentNullException.ThrowIfNull(filling);
        var message = filling with { Name = Name, Language = Language };
        var faults = Compare(message).Concat(message.Validate()).ToList();
        return faults.Count == 0 ? message : throw new InvalidMessageException(faults);
    }

    /// <summary>Where a message does not fit this template: other name or language, wrong number, kind or name of parameters. Empty when it fits.</summary>
    /// <param name="message">The message.</param>
    public IReadOnlyList<MessageFault> Compare(TemplateMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        List<MessageFault>? faults = null;
        Compare(new MessageChecks(ref faults), message);
        return faults ?? (IReadOnlyList<MessageFault>)[];
    }

    private void Compare(MessageChecks checks, TemplateMessage message)
    {
        if (message.Name != Name)
            checks.Add("template.name", MessageFaultKind.NotAllowed);
        if (message.Language != Language)
            checks.Add("template.language.code", MessageFaultKind.NotAllowed);
        if (OneTimePassword is not null != message.OneTimePassword is not null)
            checks.Add("template.components.button[0]", OneTimePassword is null ? MessageFaultKind.NotAllowed : MessageFaultKind.Missing);
        if (OneTimePassword is not null)
            return;
        CompareHeader(checks, "template.components.header", Header, message.Header);
        CompareBody(checks, "template.components.body", Body, message.Body);
        CompareButtons(checks, "template.components.button", Buttons, message.Buttons);
        if (Offer is { HasExpiration: true } != message.OfferExpires is not null)
            checks.Add("template.components.limited_time_offer", Offer is { HasExpiration: true } ? MessageFaultKind.Missing : MessageFaultKind.NotAllowed);
        checks.Count("template.components.carousel.cards", message.Cards.Count, Cards.Count, Cards.Count);
        for (var i = 0; i < Math.Min(Cards.Count, message.Cards.Count); i++)
        {
            CompareHeader(checks, $"template.components.carousel.cards[{i}].header", Cards[i].Header, message.Cards[i].Header);
            CompareBody(checks, $"template.components.carousel.cards[{i}].body", Cards[i].Body, message.Cards[i].Body);
            CompareButtons(checks, $"template.components.carousel.cards[{i}].button", Cards[i].Buttons, message.Cards[i].Buttons);
        }
    }

    private static void CompareHeader(MessageChecks checks, MessagePath path, TemplateHeaderFormat? format, TemplateHeader? filling)
    {
        if (format?.Takes(filling) ?? filling is null)
            return;
        checks.Add(path, filling is null ? MessageFaultKind.Missing : MessageFaultKind.NotAllowed);
    }

    private static void CompareBody(MessageChecks checks, MessagePath path, TemplateContent? content, IReadOnlyList<TemplateParameter> filling)
    {
        var variables = content?.Variables ?? [];
        checks.Count(path, filling.Count, variables.Count, variables.Count);
        if (content is not { IsNamed: true })
        {
            if (filling.Any(static parameter => parameter?.ParameterName is not null))
                checks.Add($"{path}.parameter_name", MessageFaultKind.NotAllowed);
            return;
        }

        foreach (var variable in variables)
        {
            if (!filling.Any(parameter => parameter?.ParameterName == variable))
                checks.Add($"{path}.{variable}", MessageFaultKind.Missing);
        }
    }

    private static void CompareButtons(
        MessageChecks checks, MessagePath path, IReadOnlyList<TemplateButtonFormat> formats, IReadOnlyList<TemplateButton> fillings)
    {
        for (var i = 0; i < formats.Count; i++)
        {
            var filling = fillings.FirstOrDefault(button => button?.Index == i);
            if (!formats[i].Takes(filling))
                checks.Add($"{path}[{i}]", filling is null ? MessageFaultKind.Missing : MessageFaultKind.NotAllowed);
        }

        foreach (var filling in fillings)
        {
            if (filling is not null && filling.Index >= formats.Count)
                checks.Add($"{path}[{filling.Index}]", MessageFaultKind.NotAllowed);
        }
    }
}
