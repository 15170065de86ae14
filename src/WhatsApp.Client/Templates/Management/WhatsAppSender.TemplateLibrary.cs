using System.Runtime.CompilerServices;

namespace WhatsApp.Client;

public sealed partial class WhatsAppSender
{
    /// <summary>
    /// Lists the templates that the platform wrote for everybody, page by page as they are read.
    /// See <see href="https://developers.facebook.com/docs/whatsapp/business-management-api/message-templates/template-library">template library</see>.
    /// </summary>
    /// <param name="query">Which; null for all.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async IAsyncEnumerable<LibraryTemplate> GetTemplateLibraryAsync(
        TemplateLibraryQuery? query = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var path = $"message_template_library?{(query ?? new TemplateLibraryQuery()).Text}";
        await foreach (var node in PagesAsync("templates.library", path, cancellationToken).ConfigureAwait(false))
        {
            if (LibraryTemplate.Read(node) is { } template)
                yield return template;
        }
    }

    /// <summary>Makes a template of the library one's own. Its text is the platform's, so it is usually approved at once.</summary>
    /// <param name="waba">The account that shall own it.</param>
    /// <param name="use">Which, and under what name.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="InvalidMessageException">A name or an input breaks a limit; nothing was sent.</exception>
    public Task<TemplateCreated> CreateTemplateAsync(WabaId waba, LibraryTemplateUse use, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(use);
        use.ThrowIfInvalid();
        return ReadAsync(GraphCall.PostOnce("templates.create_from_library", $"{Segment(waba)}/message_templates", GraphBody.Of(use.Write)), Created, cancellationToken);
    }
}
