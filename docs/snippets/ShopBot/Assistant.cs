using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using ShopBot.Engine.Conversations;

namespace Snippets.ShopBot;

internal static class AssistantRegistration
{
    public static void Register(IServiceCollection services, IChatClient model)
    {
        #region register
        services.AddSingleton<IChatClient>(model);    // any client for Microsoft.Extensions.AI
        services.AddShopBot().AddFlow<GreeterFlow>().UseAssistant(o => o.TokensPerStoreAndDay = 50_000);
        #endregion
    }

    public static void Routes(FlowMap<Visits> on, Func<Turn<Visits>, AddToCart, Task> Add)
    {
        #region tool
        on.Tap<AddToCart>(Add).Tool("Puts one piece of a product into the cart.");
        #endregion
    }
}

public sealed record AddToCart(string Id);
