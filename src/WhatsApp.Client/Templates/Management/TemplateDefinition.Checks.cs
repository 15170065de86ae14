namespace WhatsApp.Client;

public sealed partial record TemplateDefinition
{
    private IEnumerable<TemplateContent> Contents =>
        new[] { (Header as TemplateHeaderFormat.Text)?.Content, Body }.Concat(Cards.Select(static card => card?.Body)).OfType<TemplateContent>();

    private bool IsNamed => Contents.Any(static content => content.IsNamed);

    private void Check(MessageChecks checks)
    {
        checks.TemplateName("name", Name);
        checks.Language("language", Language);
        if (Category.Value is not ("MARKETING" or "UTILITY" or "AUTHENTICATION"))
            checks.Add("category", MessageFaultKind.Malformed);
        CheckTtl(checks);
        if (Category == TemplateCategory.Authentication || OneTimePassword is not null)
        {
            CheckAuthentication(checks);
            return;
        }

        Header?.Check(checks, "components.header");
        if (Body is null)
            checks.Add("components.body", MessageFaultKind.Missing);
        Body?.Check(checks, "components.body", MaxBody, int.MaxValue, needsWords: true);
        checks.Optional("components.footer.text", Footer, MaxFooter);
        if (Footer?.Contains("{{", StringComparison.Ordinal) == true)
            checks.Add("components.footer.text", MessageFaultKind.NotAllowed);
        TemplateButtonRules.Check(checks, "components.buttons", Buttons);
        if (Contents.Any(static content => content.IsNamed) && Contents.Any(static content => content.Variables.Count > 0 && !content.IsNamed))
            checks.Add("parameter_format", MessageFaultKind.Mixed);
        CheckOffer(checks);
        CheckCards(checks);
    }

    private void CheckAuthentication(MessageChecks checks)
    {
        if (OneTimePassword is null)
            checks.Add("components.buttons", MessageFaultKind.Missing);
        else if (Category != TemplateCategory.Authentication)
            checks.Add("category", MessageFaultKind.NotAllowed);
        OneTimePassword?.Check(checks);
        if (Header is not null)
            checks.Add("components.header", MessageFaultKind.NotAllowed);
        if (Body is not null)
            checks.Add("components.body", MessageFaultKind.NotAllowed);
        if (Footer is not null)
            checks.Add("components.footer", MessageFaultKind.NotAllowed);
        if (Buttons.Count > 0)
            checks.Add("components.buttons", MessageFaultKind.NotAllowed);
        if (Offer is not null)
            checks.Add("components.limited_time_offer", MessageFaultKind.NotAllowed);
        if (Cards.Count > 0)
            checks.Add("components.carousel", MessageFaultKind.NotAllowed);
    }

    private void CheckOffer(MessageChecks checks)
    {
        if (Offer is null)
            return;
        checks.Required("components.limited_time_offer.text", Offer.Text, 16);
        if (Category != TemplateCategory.Marketing)
            checks.Add("components.limited_time_offer", MessageFaultKind.NotAllowed);
        if (!Buttons.Any(static button => button is TemplateButtonFormat.CopyCode))
            checks.Add("components.buttons.COPY_CODE", MessageFaultKind.Missing);
        if (!Buttons.Any(static button => button is TemplateButtonFormat.Url))
            checks.Add("components.buttons.URL", MessageFaultKind.Missing);
    }

    private void CheckCards(MessageChecks checks)
    {
        if (Cards.Count == 0)
            return;
        checks.Count("components.carousel.cards", Cards.Count, 2, 10);
        for (var i = 0; i < Cards.Count; i++)
        {
            if (Cards[i] is { } card)
                card.Check(checks, $"components.carousel.cards[{i}]");
            else
                checks.Add($"components.carousel.cards[{i}]", MessageFaultKind.Missing);
        }

        if (Cards.Select(static card => card?.Structure).Distinct().Count() > 1)
            checks.Add("components.carousel.cards", MessageFaultKind.Mixed);
    }

    private void CheckTtl(MessageChecks checks)
    {
        if (MessageSendTtl is not { } ttl)
            return;
        var (least, most) = Category.Value switch
        {
            "AUTHENTICATION" => (30, 15 * 60),
            "UTILITY" => (30, 12 * 3600),
            _ => (12 * 3600, 30 * 24 * 3600),
        };
        checks.Range("message_send_ttl_seconds", ttl.TotalSeconds, least, most);
    }
}
