"""The window: views, controllers, item models, dialogs and widgets."""
