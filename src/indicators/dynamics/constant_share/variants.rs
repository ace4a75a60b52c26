//! The choices that change the parts, though never their sum.

/// Which structure is taken out first; what the second gets is what the first left over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// product `Σk(gₖ − g)Xₖ`, market `Σkj(gₖⱼ − gₖ)Xₖⱼ`. The usual one.
    #[default]
    ProductFirst,
    /// market `Σj(gⱼ − g)Xⱼ`, product `Σkj(gₖⱼ − gⱼ)Xₖⱼ`.
    MarketFirst,
    /// The mean of both orders.
    Mean,
    /// product `Σk(gₖ − g)Xₖ`, market `Σj(gⱼ − g)Xⱼ`, and the rest as a part of its own,
    /// mixed `Σkj(gₖⱼ − gₖ − gⱼ + g)Xₖⱼ`.
    Separate,
}

impl Order {
    pub const ALL: [Self; 4] = [
        Self::ProductFirst,
        Self::MarketFirst,
        Self::Mean,
        Self::Separate,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ProductFirst => "product-first",
            Self::MarketFirst => "market-first",
            Self::Mean => "mean-of-orders",
            Self::Separate => "separate",
        }
    }

    pub const fn formula(self) -> &'static str {
        match self {
            Self::ProductFirst => "product Σk(gₖ − g)Xₖ, market Σkj(gₖⱼ − gₖ)Xₖⱼ",
            Self::MarketFirst => "market Σj(gⱼ − g)Xⱼ, product Σkj(gₖⱼ − gⱼ)Xₖⱼ",
            Self::Mean => "product ½Σkj(gₖ − g + gₖⱼ − gⱼ)Xₖⱼ, market ½Σkj(gⱼ − g + gₖⱼ − gₖ)Xₖⱼ",
            Self::Separate => {
                "product Σk(gₖ − g)Xₖ, market Σj(gⱼ − g)Xⱼ, mixed Σkj(gₖⱼ − gₖ − gⱼ + g)Xₖⱼ"
            }
        }
    }
}

/// Which period's exports the growth of the reference is applied to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Weights {
    /// `X₀` and `g = ΔW/W₀`; share `Δs·W₀`, interaction `Δs·ΔW`.
    #[default]
    Initial,
    /// `X₁` and `g = ΔW/W₁`; share `Δs·W₁`, interaction `−Δs·ΔW`.
    Final,
    /// The mean of both, in which the interaction vanishes: share `Δs·(W₀ + W₁)/2`.
    Mean,
}

impl Weights {
    pub const ALL: [Self; 3] = [Self::Initial, Self::Final, Self::Mean];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Initial => "initial",
            Self::Final => "final",
            Self::Mean => "mean",
        }
    }

    pub const fn formula(self) -> &'static str {
        match self {
            Self::Initial => "X = X₀, g = ΔW/W₀, share Σ Δs·W₀, interaction Σ Δs·ΔW",
            Self::Final => "X = X₁, g = ΔW/W₁, share Σ Δs·W₁, interaction −Σ Δs·ΔW",
            Self::Mean => "mean of initial and final weights, share Σ Δs·(W₀ + W₁)/2",
        }
    }
}
