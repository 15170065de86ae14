using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ShopBot.Assistant;
using ShopBot.Engine;
using ShopBot.Engine.Conversations;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the assistant.</summary>
public static class AssistantShopBotBuilderExtensions
{
    /// <summary>
    /// Lets the registered <see cref="IChatClient"/> answer texts that no route takes, before the flow's <c>Otherwise</c>. Its tools are the taps whose routes say <c>Tool(…)</c>.
    /// </summary>
    /// <param name="builder">The bot.</param>
    /// <param name="configure">Changes the settings.</param>
    public static ShopBotBuilder UseAssistant(this ShopBotBuilder builder, Action<AssistantOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var options = builder.Services.AddOptions<AssistantOptions>().ValidateOnStart();
        if (configure is not null)
            options.Configure(configure);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AssistantOptions>, AssistantOptionsValidator>());
        builder.Services.TryAddSingleton<IAssistant>(services => new ChatAssistant(
            services.GetService<IChatClient>() ?? throw new InvalidOperationException("The assistant needs a model, which nobody registered: call services.AddSingleton<IChatClient>(…) or AddChatClient(…)."),
            services.GetRequiredService<IOptions<AssistantOptions>>().Value,
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILogger<ChatAssistant>>()));
        return builder;
    }
}
